import { freshnessOf } from '#lib/domain/freshness.ts';
import { orphanReason } from '#lib/domain/post.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { awaitedAssignment, awaitedOrganisation } from '../db/queries/aliases.ts';
import { remember } from '../db/remember.ts';
import { pickAttention, type AttentionScope, type Pick } from '../db/queries/attention.ts';
import { assignment } from '../db/schema/assignment.ts';
import {
	acceptanceChange,
	deadlineRevision,
	progressUpdate,
	waiting,
	waitingEnd
} from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';

export type AttentionRow = Awaited<ReturnType<typeof readAttention>>[number];

/**
 * What needs attention, group by group in the order of `picks` and the longest-standing first, with why and
 * what comes next: one query. `total` is the size of the group where that is counted, and 0 elsewhere.
 */
export const readAttention = remember(
	async (db: Queryable, scope: AttentionScope, picks: readonly Pick[]) => {
		const picked = pickAttention(db, scope, picks);
		const rows = await db
			.select({
				group: picked.group,
				total: picked.total,
				inspectionCode: inspection.code,
				number: recommendation.number,
				title: recommendation.title,
				organisationCode: organisation.code,
				organisationName: organisation.name,
				allocatedOn: assignment.allocatedOn,
				askedSince: assignment.askedSince,
				status: assignment.status,
				statusOn: assignment.statusOn,
				acceptance: assignment.acceptance,
				originalDueOn: assignment.originalDueOn,
				currentDueOn: assignment.currentDueOn,
				deadlineMoves: assignment.deadlineMoves,
				lastReportedOn: assignment.lastReportedOn,
				claimedOn: assignment.claimedOn,
				awaitedName: awaitedOrganisation.name,
				reviewOn: waiting.reviewOn,
				nextMilestoneOn: progressUpdate.nextMilestoneOn,
				ownerPostId: assignment.ownerPostId,
				ownerPost: post.title,
				holder: postHolder.name,
				holderDeactivatedAt: person.deactivatedAt,
				/** As somebody wrote it: why it waits, why its date was moved, why it is not accepted. */
				reason: sql<string | null>`case ${picked.group}
				when 'waiting' then ${waiting.reason}
				when 'moved' then (select ${deadlineRevision.reason} from ${deadlineRevision}
					where ${deadlineRevision.assignmentId} = ${assignment.id}
					order by ${deadlineRevision.id} desc limit 1)
				when 'not-accepted' then (select ${acceptanceChange.reason} from ${acceptanceChange}
					where ${acceptanceChange.assignmentId} = ${assignment.id}
					order by ${acceptanceChange.id} desc limit 1)
				end`
			})
			.from(picked)
			.innerJoin(assignment, eq(assignment.id, picked.id))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.leftJoin(
				waiting,
				eq(
					waiting.id,
					sql`(select max(w.id) from ${waiting} w where w.assignment_id = ${assignment.id}
					and not exists (select 1 from ${waitingEnd} where ${waitingEnd.waitingId} = w.id))`
				)
			)
			.leftJoin(post, eq(post.id, assignment.ownerPostId))
			.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
			.leftJoin(person, eq(person.id, postHolder.personId))
			.leftJoin(awaitedAssignment, eq(awaitedAssignment.id, waiting.onAssignmentId))
			.leftJoin(awaitedOrganisation, eq(awaitedOrganisation.id, awaitedAssignment.organisationId))
			.leftJoin(
				progressUpdate,
				eq(
					progressUpdate.id,
					sql`(select max(u.id) from ${progressUpdate} u where u.assignment_id = ${assignment.id})`
				)
			)
			.orderBy(asc(picked.place));
		return rows.map(({ inspectionCode, ownerPostId, holder, holderDeactivatedAt, ...row }) => ({
			...row,
			orphan: orphanReason({ postId: ownerPostId, holder, holderDeactivatedAt }),
			reference: recommendationReference(inspectionCode, row.number),
			timeliness: timelinessOf(row, scope.today),
			freshness: freshnessOf(row, scope.periods, scope.today)
		}));
	}
);
