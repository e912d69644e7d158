import { Refusal } from './refusal.ts';
import type { AssignmentStatus } from './status.ts';

// A body ends, and another takes over what falls to it.

/** From the least done to what needs nothing more. */
const BY_PROGRESS: readonly AssignmentStatus[] = [
	'not-started',
	'returned',
	'in-progress',
	'reported-complete',
	'confirmed',
	'not-accepted',
	'not-applicable',
	'no-further-action'
];

/** Two assignments that become one are as far as the one that is less far: nothing is done that half was. */
export function lessAdvanced(one: AssignmentStatus, other: AssignmentStatus): AssignmentStatus {
	return BY_PROGRESS.indexOf(one) <= BY_PROGRESS.indexOf(other) ? one : other;
}

/** What an assignment of the ending body meets at its successor. */
export interface Handover<Assignment> {
	readonly from: Assignment;
	/** The successor's own assignment of the same recommendation; null where one is made for it. */
	readonly to: Assignment | null;
	/** What the successor's stands at afterwards. */
	readonly status: AssignmentStatus;
}

interface Held {
	readonly recommendationId: number;
	readonly status: AssignmentStatus;
}

/** Each assignment of the body that ends with where it goes on. */
export function planHandover<Assignment extends Held>(
	ending: readonly Assignment[],
	successors: readonly Assignment[]
): Handover<Assignment>[] {
	return ending.map((from) => {
		const to = successors.find((own) => own.recommendationId === from.recommendationId) ?? null;
		return { from, to, status: to ? lessAdvanced(from.status, to.status) : from.status };
	});
}

/** What will happen, for whoever has to confirm it. */
export interface HandoverCounts {
	/** Assignments that are handed over. */
	readonly handed: number;
	/** Of them, those for which the successor gets one. */
	readonly made: number;
	/** Of them, those that become one with an assignment that the successor has. */
	readonly merged: number;
	/** Of the merged, those by which the successor's is less far than it was. */
	readonly setBack: number;
}

export function countHandover(plan: readonly Handover<Held>[]): HandoverCounts {
	const merged = plan.filter(({ to }) => to !== null);
	return {
		handed: plan.length,
		made: plan.length - merged.length,
		merged: merged.length,
		setBack: merged.filter(({ to, status }) => to?.status !== status).length
	};
}

/**
 * @param isSame whether the successor is the body itself
 * @throws Refusal 'organisation-ended' or 'own-successor'
 */
export function mustBeEndable(isEnded: boolean, isSuccessorEnded: boolean, isSame: boolean): void {
	if (isEnded) throw new Refusal('organisation-ended');
	if (isSame) throw new Refusal('own-successor', { field: 'successor' });
	if (isSuccessorEnded) throw new Refusal('organisation-ended', { field: 'successor' });
}
