import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { changeCriteria } from '#lib/domain/criterion.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { eq, inArray } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { criteriaVersion, standingCriteria } from '../db/queries/criterion.ts';
import { findRecommendation } from '../db/queries/part.ts';
import { latestRecommendationChanges } from '../db/queries/parts-history.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { criterion } from '../db/schema/part.ts';

/**
 * Writes what good looks like for a recommendation, in the order given. A criterion in other words is a new
 * one; the old is retired, and claims that were made against it are still decided by it.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', 'stale', or as `changeCriteria`
 */
export async function setCriteria(
	context: Context,
	actor: Actor,
	reference: string,
	command: FormStamp & { readonly criteria: readonly string[] }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findRecommendation(tx, reference);
		mustBeAbleTo(actor, 'write-criteria');
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const version = await criteriaVersion(tx, found.id);
		if (version !== command.version) {
			const action = 'recommendation.set-criteria';
			const changes = await latestRecommendationChanges(tx, action, reference, moment.today);
			throw new Refusal('stale', { facts: { version, changes } });
		}
		const standing = await standingCriteria(tx, found.id);
		const { list, retired, added } = changeCriteria(standing, command.criteria);
		if (list.length === standing.length && list.every(({ id }, at) => id === standing[at]?.id)) {
			return;
		}
		if (retired.length > 0) {
			const ids = retired.map(({ id }) => id);
			await tx.update(criterion).set({ toDay: moment.today }).where(inArray(criterion.id, ids));
		}
		for (const [index, { id, text }] of list.entries()) {
			const position = index + 1;
			if (id !== null) {
				await tx.update(criterion).set({ position }).where(eq(criterion.id, id));
				continue;
			}
			await tx.insert(criterion).values({
				...{ recommendationId: found.id, position, text },
				fromDay: moment.today,
				writtenBy: actor.personId
			});
		}
		await record(tx, {
			action: 'recommendation.set-criteria',
			actor,
			moment,
			particulars: { reference, added, retired: retired.length, count: list.length }
		});
	});
}
