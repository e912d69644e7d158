import type { Db, Queryable } from './open.ts';
import { stateOf } from './state.ts';

/** A register with its past. */
export type Days = Pick<Db, 'read' | 'asAt'>;

/** What is kept of one connection: of the register as it stood, nothing older. */
interface Memory {
	state: string;
	answers: Map<string, Promise<unknown>>;
}

/** More than there are pages that count; a register at rest does not fill the memory. */
const KEPT = 300;

const memories = new WeakMap<Queryable, Memory>();
let known = 0;

/**
 * A read whose answer is kept until anything in the register changes: counting is asked for by every page
 * and everybody, and changes are few. SQLite itself tells whether something was committed, so nothing has to
 * be invalidated by hand. Only for what does not depend on who asks, or where that is one of `args`.
 * @param read gets plain values, which are what its answer is known by; nobody changes the answer
 */
export function remember<Args extends readonly unknown[], Result>(
	read: (db: Queryable, ...args: Args) => PromiseLike<Result>
): (db: Queryable, ...args: Args) => Promise<Result> {
	const name = known++;
	return (db, ...args) => recall(db, `${name} ${JSON.stringify(args)}`, () => read(db, ...args));
}

/** The same for a read that goes back to days: of a past one the register says something else after a commit, too. */
export function rememberDays<Args extends readonly unknown[], Result>(
	read: (db: Days, ...args: Args) => PromiseLike<Result>
): (db: Days, ...args: Args) => Promise<Result> {
	const name = known++;
	return (db, ...args) =>
		recall(db.read, `${name} ${JSON.stringify(args)}`, () => read(db, ...args));
}

function recall<Result>(
	db: Queryable,
	key: string,
	read: () => PromiseLike<Result>
): Promise<Result> {
	const memory = memoryOf(db);
	// Within a transaction there is more to see than was committed, and it may be taken back.
	if (db.$client.inTransaction) return Promise.resolve(read());
	const state = stateOf(db);
	if (state !== memory.state || memory.answers.size >= KEPT) {
		Object.assign(memory, { state, answers: new Map() });
	}
	const { answers } = memory;
	const kept = answers.get(key) as Promise<Result> | undefined;
	if (kept) return kept;
	// A query that is not run until it is awaited is run now, and once.
	const answer = Promise.resolve(read());
	answers.set(key, answer);
	answer.catch(() => answers.delete(key));
	return answer;
}

function memoryOf(db: Queryable): Memory {
	const existing = memories.get(db);
	if (existing) return existing;
	const memory: Memory = { state: '', answers: new Map() };
	memories.set(db, memory);
	return memory;
}
