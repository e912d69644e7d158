import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isMoved, reachOf } from '#lib/domain/deadline-reach.ts';
import { stateDeadline, type GivenDeadline } from '#lib/domain/deadline-worded.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import { letFollow } from '../audit/let-follow.ts';
import { record } from '../audit/record.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import {
	findDatedRecommendation,
	listBearers,
	listRecommendationDeadlines,
	writeRecommendationDeadline
} from '../db/queries/deadline-reach.ts';
import { latestRecommendationChanges } from '../db/queries/parts-history.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { tellOfDeadline } from '../mail/assignments.ts';

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
		await writeRecommendationDeadline(tx, actor, found.id, stated, reason, moment);
		for (const bearer of reached) {
			await letFollow(tx, actor, reference, bearer, stated, reason, moment);
			const about = { ...bearer, recommendationTitle: found.title };
			const name = { reference, organisation: bearer.organisationCode };
			const days = { previous: bearer.currentDueOn, lastDay: stated.lastDay };
			await tellOfDeadline(tx, actor, about, name, days, moment, context.origin);
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
