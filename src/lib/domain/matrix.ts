import {
	FRESHNESS,
	freshnessOf,
	type Freshness,
	type FreshnessFacts,
	type ReportingPeriod
} from './freshness.ts';
import { ORGANISATION_KINDS, REGIONS, type OrganisationKind, type Region } from './organisation.ts';
import type { PlainDate } from './plain-date.ts';
import {
	ASSIGNMENT_STATUSES,
	isClosedOtherwise,
	isOpen,
	WORKABLE,
	type AssignmentStatus
} from './status.ts';
import { TIMELINESS, timelinessOf, type Timeliness, type TimelinessFacts } from './timeliness.ts';

/** What a cell of the matrix tells of its assignment. */
export const MATRIX_SHOWS = ['status', 'timeliness', 'freshness'] as const;
export type MatrixShow = (typeof MATRIX_SHOWS)[number];

/** Of what is closed neither timeliness nor freshness is asked; of a claim that waits, no freshness. */
export type MatrixState =
	AssignmentStatus | Timeliness | Freshness | 'closed' | 'with-inspectorate' | 'not-asked';

/** In place of an inspection's code, which has no small letters. */
export const ALL_INSPECTIONS = 'all';

/** Each assignment is in exactly one of them. */
export const MATRIX_STATES = {
	status: ASSIGNMENT_STATUSES,
	timeliness: [...TIMELINESS, 'closed'],
	freshness: [...FRESHNESS, 'not-asked', 'with-inspectorate', 'closed']
} as const satisfies Record<MatrixShow, readonly MatrixState[]>;

/** What a state is judged by: of timeliness and of freshness, what is asked of them alone. */
export type StateFacts = Pick<TimelinessFacts, 'status'> &
	Partial<TimelinessFacts> &
	Partial<FreshnessFacts>;

/** @param periods those of the inspection that opened by today, latest first; two are enough */
export function matrixState(
	show: MatrixShow,
	facts: StateFacts,
	periods: readonly ReportingPeriod[],
	today: PlainDate
): MatrixState {
	if (show === 'status') return facts.status;
	if (!isOpen(facts.status)) return 'closed';
	if (show === 'timeliness') return timelinessOf(facts as TimelinessFacts, today) ?? 'closed';
	if (!WORKABLE.includes(facts.status)) return 'with-inspectorate';
	return freshnessOf(facts as FreshnessFacts, periods, today) ?? 'not-asked';
}

/** What is told of a column: so many of so many. */
export const MATRIX_SHARES = {
	status: {
		part: ['confirmed'],
		of: ASSIGNMENT_STATUSES.filter((status) => !isClosedOtherwise(status))
	},
	timeliness: { part: ['overdue'], of: TIMELINESS },
	freshness: { part: ['not-reported'], of: FRESHNESS }
} as const satisfies Record<MatrixShow, Record<keyof Share, readonly MatrixState[]>>;

export interface Share {
	readonly part: number;
	readonly of: number;
}

/** How many of them are in each state; nothing of a state that none is in. */
export function countStates(
	states: Iterable<MatrixState | null>
): Partial<Record<MatrixState, number>> {
	const counts: Partial<Record<MatrixState, number>> = {};
	for (const state of states) {
		if (state !== null) counts[state] = (counts[state] ?? 0) + 1;
	}
	return counts;
}

/** @param states of the column, or of anything else that is told as one */
export function shareOf(
	show: MatrixShow,
	states: Readonly<Partial<Record<MatrixState, number>>>
): Share {
	const sum = (all: readonly MatrixState[]) =>
		all.reduce((total, state) => total + (states[state] ?? 0), 0);
	return { part: sum(MATRIX_SHARES[show].part), of: sum(MATRIX_SHARES[show].of) };
}

/**
 * A row of cells as one text, a character each: a page of thousands of them is written and kept as little
 * more than that. A space is no assignment.
 */
export function writeCells(show: MatrixShow, states: readonly (MatrixState | null)[]): string {
	const all: readonly MatrixState[] = MATRIX_STATES[show];
	return states.map((state) => (state === null ? ' ' : all.indexOf(state))).join('');
}

export function readCells(show: MatrixShow, cells: string): (MatrixState | null)[] {
	return [...cells].map((cell) => (cell === ' ' ? null : MATRIX_STATES[show][Number(cell)]!));
}

/** What one inspection of a large register has: thirty recommendations to sixty bodies, and a little more. */
const CELLS_AT_ONCE = 2000;

/**
 * How many of several inspections are drawn with the page: those at its beginning that come to no more cells than a
 * page can well hold, and always the first.
 * @param assignments of each inspection, in the order of the page
 */
export function drawnAtOnce(assignments: readonly number[]): number {
	let cells = 0;
	const tooMany = assignments.findIndex((own, index) => {
		cells += own;
		return index > 0 && cells > CELLS_AT_ONCE;
	});
	return tooMany === -1 ? assignments.length : tooMany;
}

export interface BodyGroup<Body> {
	readonly kind: OrganisationKind;
	/** Null for a kind that has few bodies to a region, and for bodies without one. */
	readonly region: Region | null;
	readonly bodies: readonly Body[];
}

/** Police forces by region, every other kind as one: kinds and regions in their own order, bodies as given. */
export function groupBodies<Body extends { kind: OrganisationKind; region: Region | null }>(
	bodies: readonly Body[]
): BodyGroup<Body>[] {
	const groups = ORGANISATION_KINDS.flatMap((kind) => {
		const own = bodies.filter((body) => body.kind === kind);
		if (kind !== BY_REGION) return [{ kind, region: null, bodies: own }];
		return [...REGIONS, null].map((region) => ({
			...{ kind, region },
			bodies: own.filter((body) => body.region === region)
		}));
	});
	return groups.filter((group) => group.bodies.length > 0);
}

const BY_REGION: OrganisationKind = 'police-force';
