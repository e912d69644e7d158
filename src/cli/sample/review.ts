import type { Actor } from '#lib/domain/actor.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import type { Finding, FindingSaid, Verdict } from '#lib/domain/review.ts';
import type { App } from '#lib/server/app.ts';
import { findAssignment, type AssignmentName } from '#lib/server/db/queries/assignment.ts';
import { criteriaOfClaim, latestClaimId } from '#lib/server/db/queries/review.ts';
import { decideClaim } from '#lib/server/services/reviews.ts';
import { chanceOf, type Chance } from './random.ts';
import { CONFIRMED_ALTHOUGH, MISSING } from './texts/criteria.ts';

/** How many of the confirmed claims leave something small to be desired. */
const ALTHOUGH_SHARE = 0.12;

/** Decides a claim as an inspector would: each criterion marked, and what is missing said. */
export async function review(
	app: App,
	actor: Actor,
	name: AssignmentName,
	said: {
		verdict: Verdict;
		reason?: string | undefined;
		basis?: DecisionBasis | undefined;
		version: number;
		submissionKey: string;
	}
): Promise<void> {
	const found = await findAssignment(app.db.read, actor, name);
	const claimId = await latestClaimId(app.db.read, found.id);
	const criteria = await criteriaOfClaim(app.db.read, claimId, found.recommendationId);
	const chance = chanceOf(`${found.reference}/${claimId}`);
	const findings = markAll(
		criteria.map(({ id }) => id),
		said.verdict,
		chance
	);
	const isAllMet = findings.every(({ finding }) => finding === 'met');
	const although =
		said.verdict === 'confirm' && !isAllMet ? chance.pick(CONFIRMED_ALTHOUGH) : undefined;
	const reason = [said.reason, although].filter(Boolean).join(' ');
	await decideClaim(app, actor, name, { ...said, reason, findings });
}

/** A claim that is returned misses one criterion at least; one that is confirmed seldom misses any. */
function markAll(ids: readonly number[], verdict: Verdict, chance: Chance): FindingSaid[] {
	const missing = new Map<number, Finding>();
	if (verdict === 'return') {
		const many = chance.between(1, Math.max(1, ids.length - 1));
		for (const id of chance.shuffled(ids).slice(0, many)) {
			missing.set(id, chance.happens(0.4) ? 'not-met' : 'partly-met');
		}
	} else if (ids.length > 0 && chance.happens(ALTHOUGH_SHARE)) {
		missing.set(chance.pick(ids), 'partly-met');
	}
	return ids.map((criterionId) => {
		const finding = missing.get(criterionId) ?? 'met';
		return finding === 'met'
			? { criterionId, finding }
			: { criterionId, finding, reason: chance.pick(MISSING) };
	});
}
