import type { Actor } from '#lib/domain/actor.ts';
import { pointKey } from '#lib/domain/claim-check.ts';
import { draftForm } from '#lib/domain/draft.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import {
	findAssignment,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';
import { findDraft } from '../db/queries/draft.ts';
import { partsOf } from '../db/queries/part.ts';
import { criteriaOfClaim, reviewsOf } from '../db/queries/review.ts';
import { claimLink, receipt } from '../db/schema/claim.ts';
import { evidence } from '../db/schema/evidence.ts';
import { statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { person } from '../db/schema/person.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { formOf } from './assignment-form.ts';
import { presentEvidence, selectEvidence, type ScanningContext } from './evidence-rows.ts';

/** Items that one page shows. */
const EVIDENCE_MAX = 500;

/**
 * What a claim is decided by, in seven queries: what the reader has begun to write, the wording with its parts and criteria, the claim with the
 * evidence that it names for each and where to look, and every earlier review.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not do this
 */
export async function readReview(
	context: ScanningContext,
	actor: Actor,
	name: AssignmentName,
	action: 'confirm' | 'countersign'
) {
	const { read } = context.db;
	const found = await findAssignment(read, actor, name);
	mustBeAbleTo(actor, action, found);
	const { wording, claim, reviewer } = await readClaim(read, found);
	const parts = await partsOf(read, found);
	const criteria = await criteriaOfClaim(read, claim?.id ?? null, found.recommendationId);
	const items = await readItems(context, actor, found);
	const reviews = await reviewsOf(read, found.id);
	const kind = action === 'confirm' ? 'review' : 'countersigning';
	const stored = await findDraft(read, actor.personId, draftForm(kind, found.id));
	const links = claim?.links ?? [];
	const restsOf = (key: string) =>
		links
			.filter(({ point }) => point === key)
			.flatMap(({ evidenceKey, page }) => {
				const item = items.find(({ key }) => key === evidenceKey);
				return item ? [{ item, page }] : [];
			});
	const named = new Set(links.map(({ evidenceKey }) => evidenceKey));
	const isWaiting = found.status === 'reported-complete';
	const open = reviews.find(
		({ state, claimId }) => state === 'to-countersign' && claimId === claim?.id
	);
	return {
		stored,
		assignment: formOf(found, name),
		isWaiting,
		isOwnClaim: found.claimedBy === actor.personId,
		isCountersigned: found.isCountersigned,
		/** Another inspector has taken it. */
		takenBy: found.reviewerId === actor.personId ? null : reviewer,
		wording,
		claim: claim && {
			id: claim.id,
			actor: claim.actor,
			onDay: claim.onDay,
			statement: claim.statement,
			receiptKey: claim.receiptKey
		},
		parts: parts.map((part) => ({
			...part,
			rests: restsOf(pointKey({ kind: 'part', id: part.id })),
			/** An inspector wrote it after the claim was made. */
			isOpenSince: isWaiting && !part.isMet
		})),
		criteria: criteria.map((criterion) => ({
			...criterion,
			rests: restsOf(pointKey({ kind: 'criterion', id: criterion.id }))
		})),
		whole: restsOf('whole'),
		others: items.filter(({ key }) => !named.has(key)),
		openReview: isWaiting && open ? { ...open, isOwn: open.reviewedBy === actor.personId } : null,
		earlier: reviews.filter((review) => !isWaiting || review !== open)
	};
}

interface Link {
	/** As `pointKey` names it. */
	readonly point: string;
	readonly evidenceKey: string;
	readonly page: string | null;
}

/** The latest claim, with what it names as evidence, and the words that it answers. */
async function readClaim(db: Queryable, { id: assignmentId, ...found }: FoundAssignment) {
	const { recommendationId, reviewerId } = found;
	const row = await latestClaim(db).get({ assignmentId, recommendationId, reviewerId });
	if (!row) throw new Error(`Recommendation ${recommendationId} has gone`);
	const { text, kind, source, reportUrl, id, onDay, reviewer, ...claim } = row;
	return {
		wording: { text, kind, source, reportUrl },
		reviewer,
		claim: id === null || onDay === null ? null : { ...claim, id, onDay }
	};
}

const links = sql<Link[]>`(select json_group_array(json_object(
		'point', case when l.part_id is not null then 'part-' || l.part_id
			when l.criterion_id is not null then 'criterion-' || l.criterion_id else 'whole' end,
		'evidenceKey', e.key, 'page', l.page) order by l.id)
	from ${claimLink} l join ${evidence} e on e.id = l.evidence_id
	where l.claim_id = ${statusChange.id})`;

const latestClaim = prepareOnce((db) =>
	db
		.select({
			text: recommendationWording.text,
			kind: recommendationWording.kind,
			source: recommendationWording.source,
			reportUrl: inspection.url,
			id: statusChange.id,
			actor: person.name,
			onDay: statusChange.onDay,
			statement: statusChange.statement,
			receiptKey: receipt.key,
			reviewer: sql<
				string | null
			>`(select p.name from ${person} p where p.id = ${sql.placeholder('reviewerId')})`,
			links: links.mapWith((json: string) => JSON.parse(json) as Link[])
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.leftJoin(
			recommendationWording,
			sql`${recommendationWording.id} = (select max(w.id) from ${recommendationWording} w
				where w.recommendation_id = ${recommendation.id})`
		)
		.leftJoin(
			statusChange,
			sql`${statusChange.id} = (select max(s.id) from ${statusChange} s
				where s.assignment_id = ${sql.placeholder('assignmentId')} and s.to_status = 'reported-complete')`
		)
		.leftJoin(person, eq(person.id, statusChange.actorId))
		.leftJoin(receipt, eq(receipt.claimId, statusChange.id))
		.where(eq(recommendation.id, sql.placeholder('recommendationId')))
		.prepare()
);

/** Every item that is not withdrawn, in every version: a claim may name one that is not the latest. */
async function readItems(
	context: ScanningContext,
	actor: Actor,
	found: { readonly id: number; readonly organisationId: number }
) {
	const rows = await everyItem(context.db.read).all({ assignmentId: found.id });
	return rows.map((row) => presentEvidence(row, context, actor, found));
}

const everyItem = prepareOnce((db) =>
	selectEvidence(db)
		.where(
			and(eq(evidence.assignmentId, sql.placeholder('assignmentId')), isNull(evidence.withdrawnAt))
		)
		.orderBy(asc(evidence.id))
		.limit(EVIDENCE_MAX)
		.prepare()
);
