import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { isMoved, reachOf } from '#lib/domain/deadline-reach.ts';
import {
	stateDeadline,
	type GivenDeadline,
	type StatedDeadline
} from '#lib/domain/deadline-worded.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeRevision } from '../db/queries/deadline.ts';
import {
	findDatedRecommendation,
	listBearers,
	listRecommendationDeadlines,
	type Bearer
} from '../db/queries/deadline-reach.ts';
import { latestRecommendationChanges } from '../db/queries/parts-history.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { recommendationDeadline } from '../db/schema/history.ts';

export interface RecommendationDeadlineCommand extends FormStamp, GivenDeadline {
	/** How many assignments the page said would get the date: nobody confirms another number unseen. */
	readonly reached: number;
	/** Needed where a deadline stood before, or a date moves. */
	readonly reason?: string | undefined;
}

const ACTION = 'recommendation.set-deadline';

/**
 * Sets the deadline of a whole recommendation as worded, and gives every open assignment that has no date of its
 * own a revision of it. The version is that of the deadline that stands: the id of its row, or 0.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', 'stale', as `stateDeadline`, 'reach-changed'
 *   or 'reason-needed'
 */
export async function setRecommendationDeadline(
	context: Context,
	actor: Actor,
	reference: string,
	command: RecommendationDeadlineCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findDatedRecommendation(tx, reference);
		mustBeAbleTo(actor, 'set-deadline');
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const [standing] = await listRecommendationDeadlines(tx, found.id);
		const version = standing?.id ?? 0;
		if (version !== command.version) {
			const changes = await latestRecommendationChanges(tx, ACTION, reference, moment.today);
			throw new Refusal('stale', { facts: { version, changes } });
		}
		const stated = stateDeadline(command, found.publishedOn);
		const bearers = await listBearers(tx, found.id);
		const reached = bearers.filter((bearer) => ['first', 'follows'].includes(reachOf(bearer)));
		if (reached.length !== command.reached) {
			throw new Refusal('reach-changed', { facts: { count: reached.length } });
		}
		const reason = writtenOrNull(command.reason);
		if (reason === null && (standing || isMoved(reached, stated.lastDay))) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		await tx.insert(recommendationDeadline).values({
			recommendationId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			...stated,
			reason
		});
		for (const bearer of reached) {
			await follow(tx, actor, reference, bearer, stated, reason, moment);
		}
		const said = { lastDay: stated.lastDay, previous: standing?.lastDay ?? null };
		await record(tx, {
			action: ACTION,
			actor,
			moment,
			particulars: { reference, ...said, count: reached.length, reason }
		});
	});
}

async function follow(
	tx: Queryable,
	actor: Actor,
	reference: string,
	bearer: Bearer,
	stated: StatedDeadline,
	reason: string | null,
	moment: Moment
): Promise<void> {
	await writeRevision(tx, actor, bearer, { ...stated, setBy: 'inspectorate', reason }, moment);
	const parsed = parseReference(reference)!;
	await record(tx, {
		action: 'assignment.set-deadline',
		actor,
		moment,
		assignmentId: bearer.id,
		organisationId: bearer.organisationId,
		particulars: {
			reference: assignmentReference(parsed.inspection, parsed.number, bearer.organisationCode),
			organisation: bearer.organisationName,
			previous: bearer.currentDueOn,
			lastDay: stated.lastDay,
			reason
		}
	});
}
