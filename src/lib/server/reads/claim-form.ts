import type { Actor } from '#lib/domain/actor.ts';
import { checkClaim, pointKey } from '#lib/domain/claim-check.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { moveOf } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { claimFacts } from '../db/queries/claim.ts';
import { formOf } from './assignment-form.ts';

/**
 * What the page that reports complete shows, in five queries: what stands against the claim, and for each
 * point the evidence there is. An item that says which part it serves is selected there at first.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not do this
 */
export async function readClaimForm(context: Context, actor: Actor, name: AssignmentName) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const found = await findAssignment(read, actor, name);
	mustBeAbleTo(actor, 'report-complete', found);
	const facts = await claimFacts(read, found, today);
	const serves = facts.evidence.flatMap(({ partId }) =>
		partId === null ? [] : [pointKey({ kind: 'part', id: partId })]
	);
	return {
		assignment: formOf(found, name),
		isPossible: moveOf('report-complete').from.includes(found.status),
		// Of the whole, the form itself asks: nobody has to be told before they have answered.
		problems: checkClaim(facts, new Set(serves), today).filter(
			(problem) => problem.code !== 'nothing-shows-it' || problem.point.kind !== 'whole'
		),
		points: facts.points.map((point) => ({ ...point, key: pointKey(point) })),
		evidence: facts.evidence.map((item) => ({
			key: item.key,
			title: item.title,
			kind: item.kind,
			fileName: item.fileName,
			page: item.page,
			shownOn: item.shownOn,
			serves: item.partId === null ? null : pointKey({ kind: 'part', id: item.partId })
		}))
	};
}
