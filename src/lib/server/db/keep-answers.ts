import type Database from 'better-sqlite3';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Queryable } from './queryable.ts';
import type { Mark, RecentChanges } from './recent-changes.ts';
import { stateOf } from './state.ts';
import { NEVER_COUNTED } from './watch-triggers.ts';

type Statement = Database.Statement<unknown[]>;

/** What `remember` is for counts, this is for statements: their rows, until anything in the register changes. */
export interface KeptAnswers {
	/**
	 * The statement, which answers from what is kept; whoever gets rows does not change them.
	 * @param day at whose end it reads the register: what is known to tell only of later days leaves its rows
	 */
	keep(statement: Statement, day?: PlainDate): Statement;
}

interface Answer {
	readonly rows: unknown;
	/** Null for what any change may change. */
	readonly day: PlainDate | null;
}

/** @param most answers that are kept together; those used longest ago are let go */
export function openKeptAnswers(
	client: Queryable['$client'],
	most: number,
	changes?: RecentChanges
): KeptAnswers {
	const register = { $client: client };
	const answers = new Map<string, Answer>();
	let state = '';
	let mark: Mark | undefined;

	function answer(key: string, day: PlainDate | null, ask: () => unknown): unknown {
		// Within a transaction there is more to see than was committed, and it may be taken back.
		if (client.inTransaction) return ask();
		const now = stateOf(register);
		if (now !== state) {
			letGo();
			state = now;
		}
		const kept = answers.get(key) ?? { rows: ask(), day };
		answers.delete(key);
		answers.set(key, kept);
		if (answers.size > most) answers.delete(answers.keys().next().value!);
		return kept.rows;
	}

	/** Of what is kept, all that may read otherwise now. */
	function letGo(): void {
		const before = mark;
		mark = changes?.mark();
		const isAsItWas = new Map<PlainDate | null, boolean>([[null, false]]);
		for (const [key, { day }] of answers) {
			const known = isAsItWas.get(day) ?? (before && changes?.since(before, day))?.size === 0;
			isAsItWas.set(day, known);
			if (!known) answers.delete(key);
		}
	}

	let statements = 0;
	return {
		keep(statement, day) {
			const name = statements++;
			const ofDay = day !== undefined && !readsUnwatched(statement.source) ? day : null;
			let isRaw = false;
			const asked =
				(how: 'get' | 'all') =>
				(...values: unknown[]) =>
					answer(`${name} ${how} ${isRaw} ${JSON.stringify(values)}`, ofDay, () =>
						statement.raw(isRaw)[how](...values)
					);
			const keeping = {
				reader: true,
				raw(on = true) {
					isRaw = on;
					return keeping;
				},
				get: asked('get'),
				all: asked('all')
			};
			return keeping as unknown as Statement;
		}
	};
}

/** Of some tables nobody notes what is written to them. */
function readsUnwatched(source: string): boolean {
	const words = new Set(source.match(/\w+/g));
	return NEVER_COUNTED.some((table) => words.has(table));
}
