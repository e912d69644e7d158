import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { assignmentMail } from '#lib/wording/assignment-letters.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { enqueue } from './enqueue.ts';

/** @param origin what the link begins with */
export async function tellMentioned(
	tx: Queryable,
	actor: Actor,
	addresses: readonly string[],
	about: FoundAssignment,
	name: AssignmentName,
	commentId: number,
	moment: Moment,
	origin: string
): Promise<void> {
	const words = assignmentMail('mentioned', {
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link: origin + paths.comment(name.reference, name.organisation, commentId)
	});
	await enqueue(tx, addresses, words, moment.at);
}
