import type { Confidence } from '#lib/domain/confidence.ts';
import { sql } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { progressUpdate, statusChange } from '../schema/history.ts';
import { isWaitingSql } from './assignment-filter.ts';

/** What the risk of a waiting claim is worked out from: columns of a query of `assignment` that joins another table. */
export const claimRiskColumns = {
	claimedOn: sql<string>`coalesce(${assignment.claimedOn}, ${assignment.statusOn})`.mapWith(
		assignment.statusOn
	),
	originalDueOn: assignment.originalDueOn,
	deadlineMoves: assignment.deadlineMoves,
	confidence: sql<Confidence | null>`(select u.confidence from ${progressUpdate} u
		where u.assignment_id = ${assignment.id} and u.confidence is not null
		order by u.id desc limit 1)`,
	returns: sql<number>`(select count(*) from ${statusChange} s
		where s.assignment_id = ${assignment.id} and s.verb = 'return')`,
	isWaiting: sql<boolean>`${isWaitingSql}`.mapWith(Boolean),
	openable: sql<number>`(select count(*) from ${evidence} e
		where e.assignment_id = ${assignment.id} and e.withdrawn_at is null and e.kind <> 'sighting')`
};
