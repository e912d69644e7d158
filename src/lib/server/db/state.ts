import type { Queryable } from './queryable.ts';

/** Whatever is read through a connection. */
type Connected = Pick<Queryable, '$client'>;

const states = new WeakMap<Connected, () => string>();

/**
 * Different after every commit, of another connection or process and of this one. SQLite keeps count by itself:
 * asking takes microseconds and reads no table.
 */
export function stateOf(db: Connected): string {
	const known = states.get(db) ?? askerOf(db);
	states.set(db, known);
	return known();
}

function askerOf(db: Connected): () => string {
	const others = db.$client.prepare<[], number>('pragma data_version').pluck();
	const own = db.$client.prepare<[], number>('select total_changes()').pluck();
	return () => `${others.get()} ${own.get()}`;
}
