import { isOpen, type AssignmentStatus } from './status.ts';

/** Ways into the open assignments and out of them. */
export const FLOWS = ['added', 'reopened', 'confirmed', 'closedOtherwise'] as const;
export type Flow = (typeof FLOWS)[number];

/** How many were open before a span of days, what came and went in it, and how many are open after it. */
export interface Movement extends Readonly<Record<Flow, number>> {
	readonly opening: number;
	readonly closing: number;
}

export const NO_MOVEMENT: Movement = {
	...{ opening: 0, added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0, closing: 0 }
};

/** Movements add up: of bodies to a recommendation, of recommendations to an inspection. */
export function addMovements(all: readonly Partial<Movement>[]): Movement {
	const sum: Record<keyof Movement, number> = { ...NO_MOVEMENT };
	for (const movement of all) {
		for (const key of Object.keys(sum) as (keyof Movement)[]) sum[key] += movement[key] ?? 0;
	}
	return sum;
}

/** Opening and flows come from the history, closing from how things stand: two tellings that must agree. */
export function reconciles(movement: Movement): boolean {
	const { opening, added, reopened, confirmed, closedOtherwise, closing } = movement;
	return opening + added + reopened - confirmed - closedOtherwise === closing;
}

/**
 * What one change of status is, for the count of open assignments. None for a change among open ones; two for
 * an assignment that was closed as it was allocated. `from` is null for the allocation.
 */
export function flowsOf(from: AssignmentStatus | null, to: AssignmentStatus): Flow[] {
	const before = from !== null && isOpen(from);
	const flows: Flow[] = [];
	if (from === null) flows.push('added');
	if (from !== null && !before && isOpen(to)) flows.push('reopened');
	if ((before || from === null) && !isOpen(to)) {
		flows.push(to === 'confirmed' ? 'confirmed' : 'closedOtherwise');
	}
	return flows;
}
