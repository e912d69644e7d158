import type Database from 'better-sqlite3';
import type { Queryable } from './queryable.ts';
import { stateOf } from './state.ts';

type Statement = Database.Statement<unknown[]>;

/** What `remember` is for counts, this is for statements: their rows, until anything in the register changes. */
export interface KeptAnswers {
	/** The statement, which answers from what is kept; whoever gets rows does not change them. */
	keep(statement: Statement): Statement;
}

/** @param most answers that are kept together; those used longest ago are let go */
export function openKeptAnswers(client: Queryable['$client'], most: number): KeptAnswers {
	const register = { $client: client };
	const answers = new Map<string, unknown>();
	let state = '';
	let statements = 0;

	function answer(key: string, ask: () => unknown): unknown {
		// Within a transaction there is more to see than was committed, and it may be taken back.
		if (client.inTransaction) return ask();
		const now = stateOf(register);
		if (now !== state) {
			answers.clear();
			state = now;
		}
		const kept = answers.has(key) ? answers.get(key) : ask();
		answers.delete(key);
		answers.set(key, kept);
		if (answers.size > most) answers.delete(answers.keys().next().value!);
		return kept;
	}

	return {
		keep(statement) {
			const name = statements++;
			let isRaw = false;
			const asked =
				(how: 'get' | 'all') =>
				(...values: unknown[]) =>
					answer(`${name} ${how} ${isRaw} ${JSON.stringify(values)}`, () =>
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
