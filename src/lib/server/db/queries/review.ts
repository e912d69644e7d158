import { reviewState, type Finding } from '#lib/domain/review.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import {
	and,
	asc,
	count,
	desc,
	eq,
	inArray,
	isNull,
	or,
	sql,
	type AnyColumn,
	type SQL
} from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { claimLink } from '../schema/claim.ts';
import { statusChange } from '../schema/history.ts';
import { criterion } from '../schema/part.ts';
import { person } from '../schema/person.ts';
import { claimReview, countersignature, criterionFinding } from '../schema/review.ts';

/** The status change that made the claim which waits, or waited last; null where there never was one. */
export async function latestClaimId(db: Queryable, assignmentId: number): Promise<number | null> {
	const [row] = await db
		.select({ id: statusChange.id })
		.from(statusChange)
		.where(
			and(
				eq(statusChange.assignmentId, assignmentId),
				eq(statusChange.toStatus, 'reported-complete')
			)
		)
		.orderBy(desc(statusChange.id))
		.limit(1);
	return row?.id ?? null;
}

/**
 * What a claim is decided by: the criteria that it was made against, which are those that it names evidence
 * for; or, where there were none yet, those that stand now.
 * @param claimId null where no claim was made: those that stand now
 */
export async function criteriaOfClaim(
	db: Queryable,
	claimId: number | null,
	recommendationId: number
) {
	return criteria(db).all({ claimId, recommendationId });
}

const named = sql`select l.criterion_id from ${claimLink} l
	where l.claim_id = ${sql.placeholder('claimId')} and l.criterion_id is not null`;

const criteria = prepareOnce((db) =>
	db
		.select({
			id: criterion.id,
			text: criterion.text,
			fromDay: criterion.fromDay,
			toDay: criterion.toDay,
			isNamed: sql<boolean>`${criterion.id} in (${named})`.mapWith(Boolean)
		})
		.from(criterion)
		.where(
			and(
				eq(criterion.recommendationId, sql.placeholder('recommendationId')),
				or(
					sql`${criterion.id} in (${named})`,
					and(isNull(criterion.toDay), sql`not exists (${named})`)
				)
			)
		)
		.orderBy(asc(criterion.position), asc(criterion.id))
		.prepare()
);

/**
 * For ids that are not of the claim's criteria: retired or written since, or none of this recommendation's.
 * @throws Refusal 'not-found' or 'criteria-changed'
 */
export async function refuseOtherCriteria(
	db: Queryable,
	recommendationId: number,
	ids: readonly number[]
): Promise<void> {
	if (ids.length === 0) return;
	const [row] = await db
		.select({ theirs: count() })
		.from(criterion)
		.where(and(eq(criterion.recommendationId, recommendationId), inArray(criterion.id, [...ids])));
	throw row?.theirs === ids.length ? new Refusal('criteria-changed') : notFound('criterion');
}

/** The review of a claim that waits for its second inspector; undefined where none does. */
export async function findOpenReview(db: Queryable, claimId: number) {
	const [row] = await db
		.select({
			id: claimReview.id,
			verdict: claimReview.verdict,
			basis: claimReview.basis,
			reason: claimReview.reason,
			reviewedBy: claimReview.actorId,
			reviewer: person.name,
			isAgreed: countersignature.isAgreed
		})
		.from(claimReview)
		.innerJoin(person, eq(person.id, claimReview.actorId))
		.leftJoin(countersignature, eq(countersignature.reviewId, claimReview.id))
		.where(eq(claimReview.claimId, claimId))
		.orderBy(desc(claimReview.id))
		.limit(1);
	return row?.isAgreed === null ? row : undefined;
}

export interface ShownFinding {
	readonly criterionId: number;
	readonly text: string;
	readonly finding: Finding;
	readonly reason: string | null;
}

/** The findings of a review as JSON, in the order of the criteria. @param reviewId its column */
function findingsJson(reviewId: SQL | AnyColumn): SQL {
	return sql`(select json_group_array(json_object('criterionId', f.criterion_id,
			'text', c.text, 'finding', f.finding, 'reason', f.reason) order by f.id)
		from ${criterionFinding} f join ${criterion} c on c.id = f.criterion_id
		where f.review_id = ${reviewId})`;
}

/** What the organisation reads beside a decision on its claim. */
export interface ReviewInForce {
	readonly reviewer: string;
	/** The second inspector, where the decision needed one. */
	readonly second: string | null;
	readonly findings: readonly ShownFinding[];
}

/**
 * The review by which `statusChange` decided a claim, beside its row: the last of that claim. Null for a row
 * that is no decision. A review that never came into force is in none.
 */
export const reviewInForceSql = sql<ReviewInForce | null>`(
	select json_object('reviewer', p.name, 'second', s.name, 'findings', json(${findingsJson(sql`r.id`)}))
	from ${claimReview} r
	join ${person} p on p.id = r.actor_id
	left join ${countersignature} cs on cs.review_id = r.id
	left join ${person} s on s.id = cs.actor_id
	where ${statusChange.verb} in ('confirm', 'return') and r.id = (
		select max(last.id) from ${claimReview} last
		where last.assignment_id = ${statusChange.assignmentId} and last.claim_id = (
			select max(made.id) from ${statusChange} made
			where made.assignment_id = ${statusChange.assignmentId}
				and made.to_status = 'reported-complete' and made.id < ${statusChange.id})))`.mapWith(
	(json: string | null) => (json === null ? null : (JSON.parse(json) as ReviewInForce))
);

export type ShownReview = Awaited<ReturnType<typeof reviewsOf>>[number];

const REVIEWS_MAX = 50;

/** Every review of the claims of an assignment, latest first, with its findings and where it stands. */
export async function reviewsOf(db: Queryable, assignmentId: number) {
	const rows = await reviews(db).all({ assignmentId });
	return rows.map(({ isLatest, decidedBy, ...row }) => ({
		...row,
		state: reviewState(decidedBy, row.isAgreed, isLatest)
	}));
}

const reviews = prepareOnce((db) =>
	db
		.select({
			id: claimReview.id,
			claimId: claimReview.claimId,
			at: claimReview.at,
			onDay: claimReview.onDay,
			reviewedBy: claimReview.actorId,
			reviewer: person.name,
			verdict: claimReview.verdict,
			basis: claimReview.basis,
			reason: claimReview.reason,
			isAgreed: countersignature.isAgreed,
			second: sql<string | null>`(select p.name from ${person} p
				where p.id = ${countersignature.actorId})`,
			secondReason: countersignature.reason,
			findings: sql<ShownFinding[]>`${findingsJson(claimReview.id)}`.mapWith(
				(json: string) => JSON.parse(json) as ShownFinding[]
			),
			isLatest: sql<boolean>`not exists (select 1 from ${claimReview} later
				where later.claim_id = ${claimReview.claimId} and later.id > ${claimReview.id})`.mapWith(Boolean),
			decidedBy: sql<string | null>`(select s.verb from ${statusChange} s
				where s.assignment_id = ${claimReview.assignmentId} and s.id > ${claimReview.claimId}
				order by s.id limit 1)`
		})
		.from(claimReview)
		.innerJoin(person, eq(person.id, claimReview.actorId))
		.leftJoin(countersignature, eq(countersignature.reviewId, claimReview.id))
		.where(eq(claimReview.assignmentId, sql.placeholder('assignmentId')))
		.orderBy(desc(claimReview.id))
		.limit(REVIEWS_MAX)
		.prepare()
);
