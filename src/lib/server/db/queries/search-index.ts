import { sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { BLOCK } from './search-block.ts';

/**
 * The views of the migration that say what can be found, and the first row id of each kind in the index.
 * They are all that fills it: the triggers, the backfill, the check and the rebuild.
 */
const SOURCES: readonly { readonly view: string; readonly from: number }[] = [
	'search_of_recommendation',
	'search_of_organisation',
	'search_of_progress_update',
	'search_of_evidence',
	'search_of_comment'
].map((view, index) => ({ view, from: (index + 1) * BLOCK }));

export interface SearchIndexCheck {
	readonly entries: number;
	/** What can be read and is not found. */
	readonly missing: number;
	/** What is found and should not be. */
	readonly surplus: number;
	readonly isDamaged: boolean;
}

/** Compares what is in the index with what should be, and has FTS5 look at its own structure. */
export async function checkSearchIndex(tx: Queryable): Promise<SearchIndexCheck> {
	const sum = { entries: 0, missing: 0, surplus: 0 };
	for (const [index, { view, from }] of SOURCES.entries()) {
		const should = sql`select id from ${sql.identifier(view)}`;
		const first = index === 0 ? 0 : from;
		const last = from + (index === SOURCES.length - 1 ? 2 ** 42 : BLOCK) - 1;
		const is = sql`select rowid from search_text where rowid between ${sql.raw(`${first} and ${last}`)}`;
		sum.entries += await count(tx, is);
		sum.missing += await count(tx, sql`${should} except ${is}`);
		sum.surplus += await count(tx, sql`${is} except ${should}`);
	}
	return { ...sum, isDamaged: !(await isWhole(tx)) };
}

/** Fills the index anew, from nothing. Takes some seconds for a very large register. */
export async function rebuildSearchIndex(tx: Queryable): Promise<void> {
	await tx.run(sql`insert into search_text (search_text) values ('delete-all')`);
	for (const { view } of SOURCES) {
		await tx.run(sql`insert into search_text (rowid, title, body, scope)
			select id, title, body, scope from ${sql.identifier(view)}`);
	}
	await tx.run(sql`insert into search_text (search_text) values ('optimize')`);
}

async function count(tx: Queryable, rows: SQL): Promise<number> {
	const { n } = await tx.get<{ n: number }>(sql`select count(*) as n from (${rows})`);
	return n;
}

async function isWhole(tx: Queryable): Promise<boolean> {
	try {
		await tx.run(sql`insert into search_text (search_text) values ('integrity-check')`);
		return true;
	} catch (thrown) {
		if (codeOf(thrown)?.startsWith('SQLITE_CORRUPT')) return false;
		throw thrown;
	}
}

/** The query builder wraps what SQLite throws. */
function codeOf(thrown: unknown): string | undefined {
	if (!(thrown instanceof Error)) return undefined;
	return (thrown as Error & { code?: string }).code ?? codeOf(thrown.cause);
}
