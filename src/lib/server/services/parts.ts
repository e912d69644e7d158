import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { changeParts, dateParts, type WrittenPart } from '#lib/domain/part.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { findRecommendation, partsVersion, standingParts } from '../db/queries/part.ts';
import { writeParts } from '../db/queries/write-parts.ts';
import { latestRecommendationChanges } from '../db/queries/parts-history.ts';
import { claimSubmission } from '../db/queries/submission.ts';

/**
 * Writes the parts of a recommendation, in the order given. Those that are no longer in the list are
 * retired, not deleted; one whose label or text differs is a new part, which every organisation has to
 * meet anew.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', 'stale', or as `changeParts` and `dateParts`
 */
export async function setParts(
	context: Context,
	actor: Actor,
	reference: string,
	command: FormStamp & { readonly parts: readonly WrittenPart[] }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findRecommendation(tx, reference);
		mustBeAbleTo(actor, 'write-parts');
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const version = await partsVersion(tx, found.id);
		if (version !== command.version) {
			const action = 'recommendation.set-parts';
			const changes = await latestRecommendationChanges(tx, action, reference, moment.today);
			throw new Refusal('stale', { facts: { version, changes } });
		}
		const standing = await standingParts(tx, found.id);
		const change = changeParts(standing, dateParts(command.parts, found.publishedOn));
		const isWritten = await writeParts(tx, actor, found.id, standing, change, moment);
		if (!isWritten) return;
		const { retired, added, dated } = change;
		await record(tx, {
			action: 'recommendation.set-parts',
			actor,
			moment,
			particulars: {
				reference,
				added: labelsOf(added),
				retired: labelsOf(retired),
				dated: labelsOf(dated)
			}
		});
	});
}

function labelsOf(parts: readonly { readonly label: string }[]): string {
	return parts.map(({ label }) => label).join(' ');
}
