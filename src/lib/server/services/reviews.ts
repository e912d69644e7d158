import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import { isBlank, writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import {
	checkReview,
	mustBeSecond,
	type CountersignAnswer,
	type FindingSaid,
	type Verdict
} from '#lib/domain/review.ts';
import { checkMove, type Move } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { happened, recordStep } from '../audit/record-assignment.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { endDraft, type SentDraft } from '../db/queries/draft.ts';
import { writeMove, type Said } from '../db/queries/assignment-move.ts';
import {
	criteriaOfClaim,
	findOpenReview,
	latestClaimId,
	refuseOtherCriteria
} from '../db/queries/review.ts';
import { claimReview, countersignature, criterionFinding } from '../db/schema/review.ts';
import { tellOf, tellOfMove } from '../mail/assignments.ts';

export interface ReviewCommand extends FormStamp, SentDraft {
	readonly verdict: Verdict;
	/** What the decision rests on: a confirmation has one. */
	readonly basis?: DecisionBasis | undefined;
	readonly reason?: string | undefined;
	/** One for each criterion that the claim was made against. */
	readonly findings: readonly FindingSaid[];
}

export interface CountersignCommand extends FormStamp, SentDraft {
	readonly answer: CountersignAnswer;
	readonly reason?: string | undefined;
}

/**
 * An inspector decides a claim: the review with its findings, and the move that follows from it. Where the
 * inspection asks for two inspectors the review waits for the second, and the status stays.
 * @throws Refusal as `beginChange`, what the move refuses, 'review-waits' {reviewer} where another review waits
 *   for its second inspector, 'not-found' for a criterion of anything else, or as `checkReview`
 */
export async function decideClaim(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ReviewCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { verdict } = command;
	const said = stated(command);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, verdict, command, moment);
		const move = mustBeDecidable(actor, found, verdict, said);
		const claimId = await mustHaveClaim(tx, found);
		const waiting = found.isCountersigned ? await findOpenReview(tx, claimId) : undefined;
		if (waiting) throw new Refusal('review-waits', { facts: { reviewer: waiting.reviewer } });
		const findings = await findingsInOrder(tx, found, claimId, command);
		const reviewId = await writeReview(tx, actor, found, claimId, { verdict, ...said }, moment);
		for (const { criterionId, finding, reason } of findings) {
			const row = { reviewId, criterionId, finding, reason: writtenOrNull(reason) };
			await tx.insert(criterionFinding).values(row);
		}
		await endDraft(tx, actor, 'review', found.id, command);
		if (!found.isCountersigned) {
			await carryOut(tx, actor, found, move, said, {}, moment);
			await tellOfMove(tx, actor, verdict, found, name, moment, context.origin);
			return;
		}
		await changeAssignment(tx, found, {});
		await recordStep(tx, actor, found, 'review', {}, moment);
		await tellOf(tx, actor, 'review-to-countersign', found, name, moment, context.origin);
	});
}

/**
 * A second inspector agrees with a review, which carries its decision out, or does not, which leaves the claim
 * waiting for another review.
 * @throws Refusal as `beginChange`, 'nothing-to-countersign', 'claimant-cannot-decide',
 *   'reviewer-cannot-countersign', 'reason-needed', or what the move refuses
 */
export async function countersignReview(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: CountersignCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const isAgreed = command.answer === 'agree';
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'countersign', command, moment);
		const review =
			found.status === 'reported-complete'
				? await findOpenReview(tx, await mustHaveClaim(tx, found))
				: undefined;
		if (!review) throw new Refusal('nothing-to-countersign');
		mustBeSecond(actor.personId, { reviewedBy: review.reviewedBy, claimedBy: found.claimedBy });
		if (!isAgreed && isBlank(command.reason)) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		await tx.insert(countersignature).values({
			...happened(actor, found, moment),
			reviewId: review.id,
			isAgreed,
			reason: writtenOrNull(command.reason)
		});
		await endDraft(tx, actor, 'countersigning', found.id, command);
		const { reviewer } = review;
		if (!isAgreed) {
			await changeAssignment(tx, found, {});
			await recordStep(tx, actor, found, 'disagree-review', { reviewer }, moment);
			await tellOf(tx, actor, 'review-not-agreed', found, name, moment, context.origin);
			return;
		}
		const said = stated({ ...review, basis: review.basis ?? undefined });
		const move = mustBeDecidable(actor, found, review.verdict, said);
		await carryOut(tx, actor, found, move, said, { reviewer }, moment);
		await tellOfMove(tx, actor, review.verdict, found, name, moment, context.origin);
	});
}

function mustBeDecidable(actor: Actor, found: FoundAssignment, verdict: Verdict, said: Said): Move {
	mustBeAbleTo(actor, verdict, found);
	return checkMove(found.status, verdict, {
		actorId: actor.personId,
		claimedBy: found.claimedBy,
		evidenceCount: 0,
		isExemptionAsked: found.openExemptionId !== null,
		...said
	});
}

async function mustHaveClaim(tx: Queryable, found: FoundAssignment): Promise<number> {
	const claimId = await latestClaimId(tx, found.id);
	if (claimId === null) throw new Error(`${found.reference} waits without a claim`);
	return claimId;
}

/** What was said of each criterion, in the order of the criteria. */
async function findingsInOrder(
	tx: Queryable,
	found: FoundAssignment,
	claimId: number,
	command: ReviewCommand
): Promise<FindingSaid[]> {
	const criteria = await criteriaOfClaim(tx, claimId, found.recommendationId);
	const known = new Set(criteria.map(({ id }) => id));
	const others = command.findings.filter(({ criterionId }) => !known.has(criterionId));
	const ids = [...new Set(others.map(({ criterionId }) => criterionId))];
	await refuseOtherCriteria(tx, found.recommendationId, ids);
	checkReview(command, criteria);
	return criteria.flatMap(({ id }) =>
		command.findings.filter(({ criterionId }) => criterionId === id)
	);
}

async function writeReview(
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	claimId: number,
	said: Said & { readonly verdict: Verdict },
	moment: Moment
): Promise<number> {
	const [row] = await tx
		.insert(claimReview)
		.values({ ...happened(actor, found, moment), claimId, ...said })
		.returning({ id: claimReview.id });
	if (!row) throw new Error('The review has no row');
	return row.id;
}

async function carryOut(
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	move: Move,
	said: Said,
	more: Readonly<Record<string, string>>,
	moment: Moment
): Promise<void> {
	await writeMove(tx, actor, found, move, said, moment);
	const steps = { from: found.status, to: move.to, ...said, ...more };
	await recordStep(tx, actor, found, move.verb, steps, moment);
}

function stated(said: {
	readonly reason?: string | null | undefined;
	readonly basis?: DecisionBasis | undefined;
}): Said {
	const reason = writtenOrNull(said.reason ?? undefined);
	return { ...(reason === null ? {} : { reason }), ...(said.basis ? { basis: said.basis } : {}) };
}
