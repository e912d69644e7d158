import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { DeadlineBearer } from '#lib/domain/deadline-reach.ts';
import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { deadlineRevision, recommendationDeadline } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';

/** A recommendation is not anybody's: that it exists is public. @throws Refusal 'not-found' */
export async function findDatedRecommendation(db: Queryable, reference: string) {
	const parsed = parseReference(reference);
	if (!parsed) throw notFound('recommendation');
	const [row] = await db
		.select({
			id: recommendation.id,
			title: recommendation.title,
			publishedOn: inspection.publishedOn
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.where(and(eq(inspection.code, parsed.inspection), eq(recommendation.number, parsed.number)));
	if (!row) throw notFound('recommendation');
	return row;
}

/** Every deadline that was set for the whole recommendation, latest first. */
export function listRecommendationDeadlines(db: Queryable, recommendationId: number) {
	return db
		.select({
			id: recommendationDeadline.id,
			at: recommendationDeadline.at,
			onDay: recommendationDeadline.onDay,
			phrase: recommendationDeadline.phrase,
			kind: recommendationDeadline.kind,
			lastDay: recommendationDeadline.lastDay,
			rule: recommendationDeadline.rule,
			reason: recommendationDeadline.reason,
			by: person.name
		})
		.from(recommendationDeadline)
		.innerJoin(person, eq(person.id, recommendationDeadline.actorId))
		.where(eq(recommendationDeadline.recommendationId, recommendationId))
		.orderBy(desc(recommendationDeadline.id));
}

/** The revision of an assignment that was written with a deadline of its recommendation: in one moment, alike. */
const isFollowingSql = sql<boolean>`exists (select 1 from ${deadlineRevision} r
	join ${recommendationDeadline} d on d.recommendation_id = ${assignment.recommendationId} and d.at = r.at
		and d.last_day is r.last_day and d.phrase is r.phrase and d.rule = r.rule
	where r.id = (select max(l.id) from ${deadlineRevision} l where l.assignment_id = ${assignment.id}))`;

export type Bearer = DeadlineBearer & Awaited<ReturnType<typeof listBearers>>[number];

/** Every assignment of the recommendation with what decides whether its deadline reaches it, by organisation. */
export function listBearers(db: Queryable, recommendationId: number) {
	return selectBearers(db, eq(assignment.recommendationId, recommendationId));
}

/** The same of an inspection, or of some of its recommendations. */
export function listBearersOf(
	db: Queryable,
	inspectionId: number,
	recommendationIds: readonly number[] | null
) {
	return selectBearers(
		db,
		and(
			eq(assignment.inspectionId, inspectionId),
			recommendationIds === null
				? undefined
				: inArray(assignment.recommendationId, [...recommendationIds])
		)
	);
}

function selectBearers(db: Queryable, where: SQL | undefined) {
	return db
		.select({
			id: assignment.id,
			recommendationId: assignment.recommendationId,
			version: assignment.version,
			status: assignment.status,
			organisationId: assignment.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			isFollowing: isFollowingSql.mapWith(Boolean)
		})
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(where)
		.orderBy(asc(organisation.name));
}

/** One more deadline for the whole recommendation. What follows for its assignments is written with it. */
export async function writeRecommendationDeadline(
	tx: Queryable,
	actor: Actor,
	recommendationId: number,
	stated: StatedDeadline,
	reason: string | null,
	{ at, today }: Moment
): Promise<void> {
	await tx.insert(recommendationDeadline).values({
		...{ recommendationId, at, onDay: today, actorId: actor.personId },
		...stated,
		reason
	});
}
