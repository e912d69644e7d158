import { ASSIGNMENT_STATUSES, isClosedOtherwise, isOpen, type AssignmentStatus } from './status.ts';

/** How many assignments stand in each status. A roll-up is a distribution, never an average. */
export type StatusCounts = Readonly<Record<AssignmentStatus, number>>;

export interface Rollup {
	/** All allocated. */
	readonly total: number;
	/** Out of the denominator. */
	readonly closedOtherwise: number;
	/** The denominator: allocated and applicable. */
	readonly applicable: number;
	readonly confirmed: number;
	/** Reported complete, waiting for the inspectorate. */
	readonly claimed: number;
	/** Applicable and not confirmed, claims included. */
	readonly open: number;
	/** Closed when every applicable assignment is confirmed and there is at least one. */
	readonly isClosed: boolean;
}

export function emptyCounts(): Record<AssignmentStatus, number> {
	return Object.fromEntries(ASSIGNMENT_STATUSES.map((status) => [status, 0])) as Record<
		AssignmentStatus,
		number
	>;
}

export function rollUp(counts: StatusCounts): Rollup {
	const sum = (test: (status: AssignmentStatus) => boolean) =>
		ASSIGNMENT_STATUSES.filter(test).reduce((total, status) => total + counts[status], 0);
	const total = sum(() => true);
	const closedOtherwise = sum(isClosedOtherwise);
	const applicable = total - closedOtherwise;
	const open = sum(isOpen);
	return {
		total,
		closedOtherwise,
		applicable,
		confirmed: counts.confirmed,
		claimed: counts['reported-complete'],
		open,
		isClosed: applicable > 0 && open === 0
	};
}

export function addCounts(all: readonly StatusCounts[]): Record<AssignmentStatus, number> {
	const sum = emptyCounts();
	for (const counts of all) {
		for (const status of ASSIGNMENT_STATUSES) sum[status] += counts[status];
	}
	return sum;
}
