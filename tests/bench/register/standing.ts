import type { assignment } from '#lib/server/db/schema/assignment.ts';
import type { Allocated } from './inspections.ts';

/** The columns of `assignment` as the history so far makes them. */
export type Standing = { -readonly [Column in Kept]: (typeof assignment.$inferSelect)[Column] };

type Kept =
	| 'id'
	| 'inspectionId'
	| 'recommendationId'
	| 'organisationId'
	| 'capacity'
	| 'allocatedOn'
	| 'status'
	| 'statusOn'
	| 'acceptance'
	| 'originalDueOn'
	| 'currentDueOn'
	| 'deadlineMoves'
	| 'ownerPostId'
	| 'lastReportedOn'
	| 'askedSince'
	| 'claimedOn'
	| 'claimedBy'
	| 'version';

/** Three bodies of four lead on a recommendation. */
export function startingStanding({ id, body, ...about }: Allocated): Standing {
	return {
		id,
		inspectionId: about.inspectionId,
		recommendationId: about.recommendationId,
		organisationId: body.id,
		capacity: body.id % 4 === 0 ? 'contributing' : 'lead',
		allocatedOn: about.allocatedOn,
		status: 'not-started',
		statusOn: about.allocatedOn,
		acceptance: 'not-recorded',
		originalDueOn: null,
		currentDueOn: null,
		deadlineMoves: 0,
		ownerPostId: null,
		lastReportedOn: null,
		askedSince: null,
		claimedOn: null,
		claimedBy: null,
		version: 1
	};
}
