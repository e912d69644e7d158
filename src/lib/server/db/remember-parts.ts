import type { PlainDate } from '#lib/domain/plain-date.ts';
import { changesOf, dayOf } from './connection-facts.ts';
import type { Queryable } from './queryable.ts';
import type { Mark } from './recent-changes.ts';

type Parts<Part> = ReadonlyMap<number, Part>;

interface Kept {
	readonly mark: Mark;
	readonly parts: Promise<Parts<unknown>>;
}

/** Of one connection: dashboards and comparisons that somebody has open. The one asked for longest ago makes room. */
const KEPT = 48;

const memories = new WeakMap<Queryable, Map<string, Kept>>();
let known = 0;

/**
 * A read whose answer is kept by recommendation, and read again only of those that something was changed of: an
 * inspection has thirty, and a change is of one. Where it cannot be told which, everything is read again.
 * @param read gets plain values, and which recommendations to read of, or null for all. What it tells of a
 *   recommendation must follow from rows of that recommendation's assignments and from what hardly ever changes;
 *   nobody changes the answer
 * @param until the last day of which it tells; that of the reader where it is not given
 */
export function rememberParts<Args extends readonly unknown[], Part>(
	read: (db: Queryable, only: readonly number[] | null, ...args: Args) => PromiseLike<Parts<Part>>,
	until?: (...args: Args) => PlainDate
): (db: Queryable, ...args: Args) => Promise<Parts<Part>> {
	const name = known++;
	return (db, ...args) => {
		const changes = changesOf(db.$client);
		// Within a transaction there is more to see than was committed, and it may be taken back.
		if (!changes || db.$client.inTransaction) return Promise.resolve(read(db, null, ...args));
		const mark = changes.mark();
		const memory = memoryOf(db);
		const key = `${name} ${JSON.stringify(args)}`;
		const before = memory.get(key) as { mark: Mark; parts: Promise<Parts<Part>> } | undefined;
		const day = dayOf(db.$client);
		const changed =
			before && changes.since(before.mark, day === null ? null : (until?.(...args) ?? day));
		const parts =
			!before || !changed
				? Promise.resolve(read(db, null, ...args))
				: changed.size === 0
					? before.parts
					: patched(before.parts, changed, (only) => read(db, only, ...args));
		keep(memory, key, { mark, parts });
		parts.catch(() => memory.delete(key));
		return parts;
	};
}

async function patched<Part>(
	before: Promise<Parts<Part>>,
	changed: ReadonlySet<number>,
	read: (only: readonly number[]) => PromiseLike<Parts<Part>>
): Promise<Parts<Part>> {
	// Asked at once, so that it is of the state that the mark names.
	const [old, fresh] = await Promise.all([before, read([...changed])]);
	const parts = new Map(old);
	for (const id of changed) {
		const part = fresh.get(id);
		if (part === undefined) parts.delete(id);
		else parts.set(id, part);
	}
	return parts;
}

function memoryOf(db: Queryable): Map<string, Kept> {
	const existing = memories.get(db);
	if (existing) return existing;
	const memory = new Map<string, Kept>();
	memories.set(db, memory);
	return memory;
}

function keep(memory: Map<string, Kept>, key: string, kept: Kept): void {
	memory.delete(key);
	memory.set(key, kept);
	if (memory.size > KEPT) memory.delete(memory.keys().next().value!);
}
