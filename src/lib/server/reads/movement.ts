import { addMovements, flowsOf, type Movement } from '#lib/domain/movement.ts';
import { rollUp } from '#lib/domain/rollup.ts';
import type { Queryable } from '../db/open.ts';
import { countMovement, type MovementScope } from '../db/queries/movement.ts';
import type { Counts } from './counts.ts';

/** Movement with what was reported complete meanwhile, which leaves an assignment open. */
export interface MovementWithClaims extends Movement {
	readonly claimed: number;
}

/**
 * The movement of each recommendation, by its id: opening and flows from the history, closing from the
 * counts of how things stand. One query.
 */
export async function readMovement(
	db: Queryable,
	scope: MovementScope,
	counts: ReadonlyMap<number, Counts>
): Promise<Map<number, MovementWithClaims>> {
	const { opening, changes } = await countMovement(db, scope);
	const ids = new Set([...opening.keys(), ...counts.keys()]);
	const movements = new Map<number, MovementWithClaims>();
	for (const id of ids) {
		const flows = { added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0 };
		let claimed = 0;
		for (const change of changes) {
			if (change.recommendationId !== id) continue;
			for (const flow of flowsOf(change.from, change.to)) flows[flow] += change.items;
			if (change.to === 'reported-complete') claimed += change.items;
		}
		const now = counts.get(id);
		movements.set(id, {
			opening: opening.get(id) ?? 0,
			...flows,
			claimed,
			closing: now ? rollUp(now.statuses).open : 0
		});
	}
	return movements;
}

/** The movement of all of them together. */
export function movementsOf(movements: ReadonlyMap<number, Movement>): Movement {
	return addMovements([...movements.values()]);
}
