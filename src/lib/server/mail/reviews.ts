import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { REVIEW_MAILS } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

/**
 * What inspectors tell each other about a review before it is in force. The organisation learns nothing of it.
 * @param origin what the link begins with
 */
export async function tellOfReview(
	tx: Queryable,
	actor: Actor,
	state: Extract<ReviewState, 'to-countersign' | 'not-agreed'>,
	about: FoundAssignment,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const addresses = await addressesOf(tx, 'inspector', null);
	const words = REVIEW_MAILS[state]({
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link: origin + paths.review(name.reference, name.organisation)
	});
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}
