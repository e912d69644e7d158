import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

interface Journal {
	entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const DRIZZLE = join(import.meta.dirname, '../../drizzle');

/** The migrations as they are, by name in their order. */
export const MIGRATIONS: readonly string[] = readJournal(DRIZZLE).entries.map(({ tag }) => tag);

/** A folder with the first `howMany` migrations, and then others of the test's own. */
export function migrationsFolderOf(
	howMany: number,
	...others: readonly (readonly string[])[]
): string {
	const folder = mkdtempSync(join(tmpdir(), 'tracker-migrations-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(DRIZZLE, folder, { recursive: true });
	const journal = readJournal(folder);
	journal.entries.length = howMany;
	for (const [index, statements] of others.entries()) {
		const idx = howMany + index;
		const tag = `${String(idx).padStart(4, '0')}_of_the_test`;
		const when = (journal.entries.at(-1)?.when ?? 0) + 1;
		journal.entries.push({ idx, version: '6', when, tag, breakpoints: true });
		writeFileSync(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'));
	}
	writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
	return folder;
}

function readJournal(folder: string): Journal {
	return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
}
