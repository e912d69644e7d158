import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { criteriaVersion, retiredCriteria, standingCriteria } from '../db/queries/criterion.ts';
import { findRecommendation } from '../db/queries/part.ts';

/** What the page on which criteria are written shows, in four queries. @throws Refusal 'not-found', 'not-allowed' */
export async function readCriteriaForm({ db }: Context, actor: Actor, reference: string) {
	const found = await findRecommendation(db.read, reference);
	mustBeAbleTo(actor, 'write-criteria');
	return {
		reference,
		title: found.title,
		criteria: await standingCriteria(db.read, found.id),
		retired: await retiredCriteria(db.read, found.id),
		version: await criteriaVersion(db.read, found.id)
	};
}
