import type { Queryable } from './open.ts';

/**
 * A query that is put together once for each connection and then only filled in: putting together takes the
 * query builder longer than SQLite takes to answer. `build` ends in `.prepare()` and has
 * `sql.placeholder('name')` where a value goes.
 */
export function prepareOnce<Prepared>(
	build: (db: Queryable) => Prepared
): (db: Queryable) => Prepared {
	const prepared = new WeakMap<Queryable, Prepared>();
	return (db) => {
		const known = prepared.get(db) ?? build(db);
		prepared.set(db, known);
		return known;
	};
}
