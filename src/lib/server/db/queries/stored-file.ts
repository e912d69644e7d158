import { asc, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { storedFile } from '../schema/evidence.ts';

const BATCH = 1000;

/** Every file that a row speaks of, by its SHA-256, in order. */
export async function* listStoredFiles(
	db: Queryable
): AsyncGenerator<{ sha256: string; bytes: number }> {
	for (let after = ''; ;) {
		const rows = await db
			.select({ sha256: storedFile.sha256, bytes: storedFile.bytes })
			.from(storedFile)
			.where(gt(storedFile.sha256, after))
			.orderBy(asc(storedFile.sha256))
			.limit(BATCH);
		yield* rows;
		const last = rows.at(-1);
		if (!last || rows.length < BATCH) return;
		after = last.sha256;
	}
}

/** Whether any row speaks of the file; one that none does may be swept away. */
export async function isStoredFile(db: Queryable, sha256: string): Promise<boolean> {
	const rows = await db
		.select({ sha256: storedFile.sha256 })
		.from(storedFile)
		.where(eq(storedFile.sha256, sha256));
	return rows.length > 0;
}
