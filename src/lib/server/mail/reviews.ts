import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { handedReviewMail, REVIEW_MAILS, type AssignmentMailFacts } from '#lib/wording/mail.ts';
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
	const words = REVIEW_MAILS[state](factsOf(actor, about, name, moment, origin));
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}

/** To the inspector whose review it is from now on. */
export async function tellOfHandedReview(
	tx: Queryable,
	actor: Actor,
	address: string,
	about: FoundAssignment,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const words = handedReviewMail(factsOf(actor, about, name, moment, origin));
	await enqueue(tx, [address], words, moment.at);
}

function factsOf(
	actor: Actor,
	about: FoundAssignment,
	name: AssignmentName,
	{ today }: Moment,
	origin: string
): AssignmentMailFacts {
	return {
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: today,
		link: origin + paths.review(name.reference, name.organisation)
	};
}
