import { sql, type SQL } from 'drizzle-orm';

/** Room for the rows of one kind: in the index a row is kind * 2^40 + id; see the migration. */
export const BLOCK = 2 ** 40;

/**
 * Whether a row of the index is of that kind. Written out, because a number of this size is bound as a fraction,
 * and FTS5 then reads all rows instead of those between.
 */
export function isInBlock(kind: number): SQL {
	return sql.raw(`search_text.rowid between ${kind * BLOCK} and ${(kind + 1) * BLOCK - 1}`);
}

/** The id of what the row of the index is about. */
export function idIn(kind: number): SQL {
	return sql.raw(`(search_text.rowid - ${kind * BLOCK})`);
}
