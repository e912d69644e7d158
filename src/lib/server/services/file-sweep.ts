import type { Context } from '../db/context.ts';
import { isStoredFile } from '../db/queries/stored-file.ts';
import type { FileStore } from '../files/store.ts';
import type { Sweep } from '../files/sweep-blobs.ts';

/** A file whose row is still on its way is never this old. */
const AGE_MS = 24 * 60 * 60_000;

/** Removes uploads that broke off and files that no row speaks of, once they are a day old. */
export function sweepFiles({
	db,
	clock,
	files
}: Context & { readonly files: FileStore }): Promise<Sweep> {
	return files.sweep({
		isKnown: (sha256) => isStoredFile(db.read, sha256),
		olderThanMs: AGE_MS,
		now: clock.now()
	});
}
