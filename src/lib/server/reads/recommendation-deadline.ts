import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { DEADLINE_REACHES, reachOf, type DeadlineReach } from '#lib/domain/deadline-reach.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import {
	findDatedRecommendation,
	listBearers,
	listRecommendationDeadlines
} from '../db/queries/deadline-reach.ts';

/**
 * What the page on which the deadline of a whole recommendation is set shows: what stands, and which of its
 * assignments a new one would reach.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function readRecommendationDeadline(
	{ db, clock }: Context,
	actor: Actor,
	reference: string
) {
	const found = await findDatedRecommendation(db.read, reference);
	mustBeAbleTo(actor, 'set-deadline');
	const deadlines = await listRecommendationDeadlines(db.read, found.id);
	const bearers = await listBearers(db.read, found.id);
	const of = (reach: DeadlineReach) =>
		bearers
			.filter((bearer) => reachOf(bearer) === reach)
			.map(
				({ organisationCode, organisationName, originalDueOn, currentDueOn, deadlineMoves }) => ({
					...{ organisationCode, organisationName, originalDueOn, currentDueOn, deadlineMoves }
				})
			);
	return {
		reference,
		title: found.title,
		publishedOn: found.publishedOn,
		today: momentOf(clock).today,
		deadlines,
		version: deadlines[0]?.id ?? 0,
		reaches: Object.fromEntries(DEADLINE_REACHES.map((reach) => [reach, of(reach)])) as Readonly<
			Record<DeadlineReach, ReturnType<typeof of>>
		>
	};
}
