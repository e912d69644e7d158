import type { Actor } from '#lib/domain/actor.ts';
import type { Audience } from '#lib/domain/audience.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { draftForm, NO_DRAFT } from '#lib/domain/draft.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { deleteDraft } from '../db/queries/draft.ts';
import { listMentionable, type Mentionable } from '../db/queries/mentionable.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { comment, mention } from '../db/schema/conversation.ts';
import { tellMentioned } from '../mail/mentions.ts';

export interface CommentCommand {
	readonly audience: Audience;
	readonly text: string;
	/** Ids of the people who are named in it, and told. */
	readonly mentions: readonly number[];
	readonly submissionKey: string;
	/** The version of the draft that is sent, which is then gone. */
	readonly draftVersion?: number | undefined;
}

/**
 * Adds a comment that everybody with access to the assignment reads, or a note that only the inspectorate
 * does. It is never changed or withdrawn, and does not count the assignment's version on.
 * @returns its id
 * @throws Refusal 'not-found', also for a mention of somebody whom the actor may not know; 'not-allowed',
 *   'already-submitted' or 'text-needed'
 */
export async function addComment(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: CommentCommand
): Promise<number> {
	const moment = momentOf(context.clock);
	const { audience, text } = command;
	const isNote = audience === 'inspectorate';
	return context.db.write(async (tx) => {
		const found = await findAssignment(tx, actor, name);
		mustBeAbleTo(actor, isNote ? 'keep-note' : 'comment', found);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (isBlank(text)) throw new Refusal('text-needed', { field: 'text' });
		const told = await mustBeMentionable(tx, actor, found.organisationId, command);
		const id = await insertComment(tx, {
			assignmentId: found.id,
			authorId: actor.personId,
			at: moment.at,
			onDay: moment.today,
			audience,
			text
		});
		for (const { personId } of told) await tx.insert(mention).values({ commentId: id, personId });
		const form = draftForm(isNote ? 'note' : 'comment', found.id);
		await deleteDraft(tx, actor.personId, form, command.draftVersion ?? NO_DRAFT);
		await record(tx, {
			action: isNote ? 'note.keep' : 'comment.add',
			actor,
			moment,
			// A note belongs to the inspectorate: no history of the assignment or the organisation tells of it.
			...(isNote ? {} : { assignmentId: found.id, organisationId: found.organisationId }),
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				comment: id,
				told: told.length
			}
		});
		const addresses = told.map(({ email }) => email);
		await tellMentioned(tx, actor, addresses, found, name, id, moment, context.origin);
		return id;
	});
}

/** One answer for whoever is not there, cannot read it, and may not be known. */
async function mustBeMentionable(
	tx: Queryable,
	actor: Actor,
	organisationId: number,
	{ mentions, audience }: CommentCommand
): Promise<Mentionable[]> {
	if (mentions.length === 0) return [];
	const people = await listMentionable(tx, actor, organisationId, audience);
	return [...new Set(mentions)].map((id) => {
		const mentioned = people.find(({ personId }) => personId === id);
		if (!mentioned) throw notFound('person');
		return mentioned;
	});
}

async function insertComment(tx: Queryable, row: typeof comment.$inferInsert): Promise<number> {
	const [added] = await tx.insert(comment).values(row).returning({ id: comment.id });
	if (!added) throw new Error('The comment was not stored');
	return added.id;
}
