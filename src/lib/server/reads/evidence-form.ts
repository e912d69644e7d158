import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { currentActions, currentParts, latestVersion } from '../db/queries/evidence.ts';

/**
 * What the form that adds evidence offers: parts and actions to serve, and what the latest version said
 * where the form adds another.
 * @param versionOf the key of an item, or null
 * @throws Refusal 'not-found', also for an item of another assignment, or 'not-allowed'
 */
export async function readEvidenceForm(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	versionOf: string | null
) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'add-evidence', found);
	const parts = await currentParts(db.read, found.recommendationId);
	const plan = await currentActions(db.read, found.id);
	const actions = plan.map(({ key, title }) => ({ key, title }));
	if (versionOf === null) return { parts, actions, before: null };
	const latest = await latestVersion(db.read, found.id, versionOf);
	const { itemKey, itemVersion, title, shows, marking, sort, page, partId, kind } = latest;
	return {
		parts,
		actions,
		before: {
			itemKey,
			kind,
			version: itemVersion,
			values: {
				title,
				shows,
				marking,
				sort,
				page,
				part: partId === null ? null : String(partId),
				action: plan.find(({ id }) => id === latest.actionId)?.key ?? null
			}
		}
	};
}
