import type { Freshness } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';
import type { ColumnFacts } from '#lib/wording/assignment-columns.ts';

/** One row of a list of assignments, with what else its columns show. */
export interface ListedAssignment extends ColumnFacts {
	readonly reference: string;
	readonly title: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly status: AssignmentStatus;
	readonly timeliness: Timeliness | null;
	readonly freshness: Freshness | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	readonly ownerPost: string | null;
	readonly ownerName: string | null;
	readonly isOwnerGone: boolean;
}
