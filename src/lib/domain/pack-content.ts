import type { Acceptance } from './acceptance.ts';
import type { AttentionFacts, AttentionGroup } from './attention.ts';
import type { PackFacts, PackPurpose } from './board-pack.ts';
import type { HeldMarking } from './evidence.ts';
import type { Movement } from './movement.ts';
import type { OrganisationKind } from './organisation.ts';
import type { PlainDate } from './plain-date.ts';
import { rollUp, type StatusCounts } from './rollup.ts';
import type { SampleStanding } from './sample-bound.ts';
import type { Section55State } from './section55.ts';
import type { AssignmentStatus } from './status.ts';
import type { Timeliness } from './timeliness.ts';

/** Everything that a board pack tells, as it was read. */
export interface PackContent {
	readonly key: string;
	readonly statement: {
		readonly meeting: string;
		readonly meetingOn: PlainDate;
		readonly asAt: PlainDate;
		readonly purpose: PackPurpose;
		readonly asks: string | null;
		readonly marking: HeldMarking;
		readonly preparedBy: string;
	};
	/** Null for a draft. */
	readonly issue: PackIssue | null;
	readonly inspection: {
		readonly code: string;
		readonly title: string;
		readonly inspectorate: string;
		readonly publishedOn: PlainDate;
		readonly url: string;
	};
	/** Null for the whole inspection. */
	readonly body: { readonly code: string; readonly name: string } | null;
	/** From the end of which day changes are counted: that of the pack before, where there is one. */
	readonly since: PlainDate;
	readonly previous: PreviousPack | null;
	readonly counts: PackCount;
	readonly national: PackCount;
	readonly rows: readonly PackRow[];
	readonly movement: Movement;
	readonly exceptions: readonly PackExceptions[];
	readonly comments: readonly PackComment[];
	readonly assignments: readonly PackAssignment[];
	readonly moves: readonly PackMove[];
	/** Null where the pack is of one body. */
	readonly samples: readonly PackSample[] | null;
	/** Null where nobody of the pack has the duty. */
	readonly section55: PackDuty | null;
	/** Invented data. */
	readonly isSample: boolean;
	/** What printed addresses begin with. */
	readonly origin: string;
	/** Of the register's state that was read. */
	readonly at: number;
}

export interface PackIssue {
	readonly number: number;
	readonly code: string;
	readonly by: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

export interface PreviousPack {
	readonly number: number;
	readonly asAt: PlainDate;
	readonly facts: PackFacts;
}

export interface PackCount {
	readonly statuses: StatusCounts;
	readonly timeliness: Readonly<Record<Timeliness, number>>;
	readonly wouldBeOverdue: number;
}

interface Span {
	readonly first: PlainDate;
	readonly last: PlainDate;
}

export interface PackRow {
	readonly reference: string;
	readonly title: string;
	readonly leads: readonly { kind: OrganisationKind; items: number; codes: readonly string[] }[];
	readonly original: Span | null;
	readonly current: Span | null;
	readonly counts: PackCount;
	readonly movement: (Movement & { readonly claimed: number }) | null;
	readonly isOfficialWording: boolean;
}

export interface PackExceptions {
	readonly group: AttentionGroup;
	readonly total: number;
	readonly rows: readonly PackException[];
}

export interface PackException extends AttentionFacts {
	readonly reference: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly reason: string | null;
	readonly nextMilestoneOn: PlainDate | null;
}

export interface PackComment {
	readonly reference: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly text: string;
}

export interface PackAssignment {
	readonly reference: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly status: AssignmentStatus;
	readonly acceptance: Acceptance;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	readonly ownerPost: string | null;
}

/** A deadline that was moved, by the latest of its moves. */
export interface PackMove extends PackAssignment {
	readonly movedOn: PlainDate | null;
	readonly reason: string | null;
}

export interface PackSample {
	readonly reference: string;
	readonly onDay: PlainDate;
	readonly standing: SampleStanding;
}

export interface PackDuty {
	readonly dueOn: PlainDate;
	readonly rows: readonly {
		readonly organisationName: string;
		readonly localPolicingBody: string;
		readonly state: Section55State;
		readonly daysLate: number;
		readonly publishedOn: PlainDate | null;
		readonly url: string | null;
	}[];
}

/** Of a pack, what the next one is compared with. */
export function factsOf({ rows, exceptions }: Pick<PackContent, 'rows' | 'exceptions'>): PackFacts {
	return {
		rows: rows.map(({ reference, counts }) => {
			const { applicable, confirmed, claimed, open } = rollUp(counts.statuses);
			const { overdue } = counts.timeliness;
			return { reference, applicable, confirmed, claimed, open, overdue };
		}),
		exceptions: exceptions.map(({ group, total, rows: named }) => ({
			group,
			total,
			names: named.map((row) => `${row.reference}/${row.organisationCode}`).sort()
		}))
	};
}

/** The movements that have to add up before a pack is issued: of each recommendation, and of all. */
export function movementsIn({
	movement,
	rows
}: Pick<PackContent, 'movement' | 'rows'>): Movement[] {
	return [movement, ...rows.flatMap((row) => row.movement ?? [])];
}
