import type { Context } from '#lib/server/db/context.ts';

/** The most statements that one page may ask of the database, whatever the size of the register. */
export const PAGE_QUERIES = 8;

export interface Counted<T> {
	readonly result: T;
	/** Statements run on either connection while the work went on. */
	readonly queries: number;
}

/** Runs the work alone and counts its statements: nothing else may use the app meanwhile. */
export async function countQueries<T>(
	app: Pick<Context, 'db'>,
	work: () => Promise<T> | T
): Promise<Counted<T>> {
	const before = app.db.queries.count;
	const result = await work();
	return { result, queries: app.db.queries.count - before };
}
