import type { Actor } from '#lib/domain/actor.ts';
import { whyNotAskable } from '#lib/domain/exemption.ts';
import { whyNotExtendable } from '#lib/domain/extension.ts';
import { freshnessOf } from '#lib/domain/freshness.ts';
import { can } from '#lib/domain/policy.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import { isOpen, movesFrom, type Verb } from '#lib/domain/status.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { countDaysApart, countsDaysUntil } from '#lib/domain/waiting-days.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { deliveryHolder, deliveryPost } from '../db/queries/aliases.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { isWaitingSql } from '../db/queries/assignment-filter.ts';
import { dueOriginSql } from '../db/queries/deadline.ts';
import { standingCriteriaSql } from '../db/queries/criterion.ts';
import { latestExemptionSql } from '../db/queries/exemption.ts';
import { latestOutcomeSql } from '../db/queries/recheck.ts';
import { supersededBySql } from '../db/queries/supersession.ts';
import { latestExtensionSql } from '../db/queries/extension.ts';
import { partCountsSql } from '../db/queries/part.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { planOfAssignmentSql } from '../db/queries/plan.ts';
import { successionSql, type Successor } from '../db/queries/succession-of.ts';
import { allWaitsSql, waitedForCountSql } from '../db/queries/waiting.ts';
import { isInSight, sightOf } from '../db/queries/visibility.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { readDecisions, readHistory, readWaiting } from './assignment-parts.ts';
import { readLatestEvidence } from './evidence-latest.ts';
import type { ScanningContext } from './evidence-rows.ts';
import { readLatestUpdates } from './update-row.ts';

/** The others have a page of their own. */
const UPDATES_SHOWN = 3;

export type AssignmentDetail = Awaited<ReturnType<typeof readAssignment>>;

/**
 * Everything on one assignment's page, in at most seven queries.
 * @throws Refusal 'not-found' for one that is not there or not the actor's to see
 */
export async function readAssignment(
	context: ScanningContext,
	actor: Actor,
	name: AssignmentName,
	options: { readonly wholeHistory: boolean }
) {
	const { db } = context;
	const { today } = momentOf(context.clock);
	const found = await readMain(context, actor, name, today);
	const periods = await latestPeriods(db.read, found.inspectionId, today);
	const evidence = await readLatestEvidence(context, actor, found);
	const decisions = await readDecisions(db.read, found.id);
	const isAsked = found.exemption?.state === 'open';
	const { isWaiting, waits, ownerPost, ownerName, deliveryPost, deliveryName, ...shown } = found;
	return {
		...shown,
		reference: assignmentReference(found.inspectionCode, found.number, found.organisationCode),
		recommendation: name.reference,
		owner: postOf(found.ownerPostId, ownerPost, ownerName),
		delivery: postOf(found.deliveryPostId, deliveryPost, deliveryName),
		timeliness: timelinessOf(found, today),
		freshness: freshnessOf(found, periods, today),
		today,
		evidence,
		decisions,
		updates: await readLatestUpdates(db.read, found.id, UPDATES_SHOWN),
		history: await readHistory(db.read, found.id, options.wholeHistory),
		waiting: isWaiting ? await readWaiting(db.read, found.id) : null,
		days: {
			...countDaysApart(found.allocatedOn, countsDaysUntil(found, today), waits),
			awaited: [...new Set(waits.map(({ organisation }) => organisation))]
		},
		succession: {
			to: found.succession.to && seenBy(actor, found.succession.to),
			from: found.succession.from.map((body) => seenBy(actor, body))
		},
		moves: possibleMoves(actor, found, isAsked),
		may: {
			update: found.isOpen && can(actor, 'add-update', found),
			addEvidence: found.isOpen && can(actor, 'add-evidence', found),
			recordAcceptance: can(actor, 'record-acceptance', found),
			setOwner: can(actor, 'set-owner', found),
			recordWaiting: found.isOpen && can(actor, 'record-waiting', found),
			setDeadline: found.isOpen && can(actor, 'set-deadline', found),
			askExtension:
				whyNotExtendable(found, found.extension?.state === 'open') === null &&
				can(actor, 'ask-extension', found),
			recheck: found.recheckOn !== null && can(actor, 'recheck', found),
			setTarget: found.isOpen && can(actor, 'set-target', found),
			askExemption:
				whyNotAskable(found.status, isAsked) === null && can(actor, 'ask-exemption', found)
		}
	};
}

/** Whether the actor may follow it to the other body. */
function seenBy(actor: Actor, { organisationId, ...body }: Successor) {
	return { ...body, isOpenToActor: can(actor, 'read-assignment', { organisationId }) };
}

function postOf(id: number | null, title: string | null, holder: string | null) {
	return id === null || title === null ? null : { id, title, holder };
}

/**
 * The moves the actor has the right to make now, without those that a request has to be answered for first; one's
 * own claim is shown with why it cannot be decided.
 */
function possibleMoves(
	actor: Actor,
	found: {
		status: Parameters<typeof movesFrom>[0];
		organisationId: number;
		claimedBy: number | null;
	},
	isAsked: boolean
): { verb: Verb; barred: 'own-claim' | null }[] {
	return movesFrom(found.status)
		.filter((move) => can(actor, move.verb, found))
		.filter((move) => !(isAsked && move.conditions.includes('nothing-asked')))
		.map((move) => ({
			verb: move.verb,
			barred:
				move.conditions.includes('not-the-claimant') && found.claimedBy === actor.personId
					? 'own-claim'
					: null
		}));
}

async function readMain({ db }: Context, actor: Actor, name: AssignmentName, today: PlainDate) {
	const parsed = parseReference(name.reference);
	if (!parsed) throw notFound('assignment');
	const row = main(db.read).get({
		...parsed,
		organisation: name.organisation,
		today,
		...sightOf(actor)
	});
	if (!row) throw notFound('assignment');
	return { ...row, isOpen: isOpen(row.status) };
}

const latestWording = sql`${recommendationWording.id} = (
	select max(w.id) from ${recommendationWording} w where w.recommendation_id = ${recommendation.id})`;

const main = prepareOnce((db) =>
	db
		.select({
			id: assignment.id,
			inspectionId: assignment.inspectionId,
			organisationId: assignment.organisationId,
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			inspectionUrl: inspection.url,
			number: recommendation.number,
			title: recommendation.title,
			wording: recommendationWording.text,
			wordingKind: recommendationWording.kind,
			wordingSource: recommendationWording.source,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			capacity: assignment.capacity,
			allocatedOn: assignment.allocatedOn,
			askedSince: assignment.askedSince,
			status: assignment.status,
			statusOn: assignment.statusOn,
			acceptance: assignment.acceptance,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			targetOn: assignment.targetOn,
			lastReportedOn: assignment.lastReportedOn,
			claimedOn: assignment.claimedOn,
			claimedBy: assignment.claimedBy,
			version: assignment.version,
			ownerPostId: assignment.ownerPostId,
			ownerPost: post.title,
			ownerName: postHolder.name,
			deliveryPostId: assignment.deliveryPostId,
			deliveryPost: deliveryPost.title,
			deliveryName: deliveryHolder.name,
			isWaiting: isWaitingSql,
			waitedForBy: waitedForCountSql,
			waits: allWaitsSql,
			plan: planOfAssignmentSql(sql.placeholder('today')),
			parts: partCountsSql(),
			criteria: standingCriteriaSql,
			recheckOn: assignment.recheckOn,
			recheckOutcome: latestOutcomeSql,
			supersededBy: supersededBySql,
			exemption: latestExemptionSql(),
			extension: latestExtensionSql(),
			dueOrigin: dueOriginSql(),
			succession: successionSql()
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(recommendationWording, latestWording)
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(deliveryPost, eq(deliveryPost.id, assignment.deliveryPostId))
		.leftJoin(
			deliveryHolder,
			and(eq(deliveryHolder.postId, deliveryPost.id), isNull(deliveryHolder.toDay))
		)
		.where(
			and(
				eq(inspection.code, sql.placeholder('inspection')),
				eq(recommendation.number, sql.placeholder('number')),
				eq(organisation.code, sql.placeholder('organisation')),
				isInSight(assignment.organisationId)
			)
		)
		.prepare()
);
