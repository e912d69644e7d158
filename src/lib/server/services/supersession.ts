import type { Actor } from '#lib/domain/actor.ts';
import { checkSupersession } from '#lib/domain/after-closure.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkMove } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { findAssignment } from '../db/queries/assignment.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { chainAfter, findSupersedable, openBodies } from '../db/queries/supersession.ts';
import { supersession } from '../db/schema/after-closure.ts';
import { tellOf } from '../mail/assignments.ts';

export interface SupersedeCommand {
	/** Reference of the later recommendation. */
	readonly by: string;
	readonly reason: string;
	readonly submissionKey: string;
}

/**
 * A recommendation of a later inspection takes the place of an earlier one: what is still open of it is closed
 * with no further action, each with the reason. Both stay in the record and lead to each other.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', 'reason-needed', as `checkSupersession`, or what
 *   the move of an open assignment refuses: a request that has to be answered, or one's own claim
 */
export async function supersede(
	context: Context,
	actor: Actor,
	reference: string,
	command: SupersedeCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const earlier = await findSupersedable(tx, reference);
		mustBeAbleTo(actor, 'supersede');
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (isBlank(command.reason)) throw new Refusal('reason-needed', { field: 'reason' });
		const reason = command.reason.trim();
		const later = await findLater(tx, command.by);
		checkSupersession(earlier, later, await chainAfter(tx, later.id));
		await tx.insert(supersession).values({
			...{ recommendationId: earlier.id, byRecommendationId: later.id },
			...{ at: moment.at, onDay: moment.today, actorId: actor.personId, reason }
		});
		const bodies = await openBodies(tx, earlier.id);
		for (const organisation of bodies) {
			const name = { reference, organisation };
			await close(tx, actor, name, command.by, reason, moment, context.origin);
		}
		await record(tx, {
			action: 'recommendation.supersede',
			actor,
			moment,
			particulars: { reference, by: command.by, count: bodies.length, reason }
		});
	});
}

/** Chosen on the form: one that there is not is a choice that was not made. */
async function findLater(tx: Queryable, reference: string) {
	try {
		return await findSupersedable(tx, reference);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		throw new Refusal('unknown-reference', { field: 'by', facts: { reference } });
	}
}

async function close(
	tx: Queryable,
	actor: Actor,
	name: { readonly reference: string; readonly organisation: string },
	by: string,
	because: string,
	moment: Moment,
	origin: string
): Promise<void> {
	const found = await findAssignment(tx, actor, name);
	mustBeAbleTo(actor, 'set-no-further-action', found);
	const reason = `Superseded by ${by}: ${because}`;
	const move = checkMove(found.status, 'set-no-further-action', {
		actorId: actor.personId,
		claimedBy: found.claimedBy,
		evidenceCount: 0,
		isExemptionAsked: found.openExemptionId !== null,
		reason
	});
	await writeMove(tx, actor, found, move, { reason }, moment);
	await record(tx, {
		action: 'assignment.supersede',
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: { reference: found.reference, organisation: found.organisationName, by, reason }
	});
	await tellOf(tx, actor, 'superseded', found, name, moment, origin);
}
