import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import {
	assignmentMail,
	deadlineMail,
	isLetter,
	letterAbout,
	type AssignmentLetter,
	type Letter
} from '#lib/wording/assignment-letters.ts';
import type { AssignmentMailFacts, MailWords } from '#lib/wording/mail.ts';
import type { Verb } from '#lib/domain/status.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

/** What a letter says of the assignment that it is about. */
export interface MailSubject {
	readonly recommendationTitle: string;
	readonly organisationId: number;
	readonly organisationName: string;
}

/**
 * Tells whom the letter is for, but not the actor, what was done to an assignment.
 * @param origin what the link begins with
 */
export async function tellOf(
	tx: Queryable,
	actor: Actor,
	letter: AssignmentLetter,
	about: MailSubject,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const { to, page } = letterAbout(letter);
	const words = assignmentMail(letter, factsOf(actor, page, about, name, moment, origin));
	const addresses = await (to === 'inspectors'
		? addressesOf(tx, 'inspector', null)
		: addressesOf(tx, 'lead', about.organisationId));
	await tellOthers(tx, actor, addresses, words, moment);
}

/** A move, where its verb has a letter: an organisation that starts or resumes tells nobody. */
export async function tellOfMove(
	tx: Queryable,
	actor: Actor,
	verb: Verb,
	moved: MailSubject,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	if (isLetter(verb)) await tellOf(tx, actor, verb, moved, name, moment, origin);
}

/** The deadline that the inspectorate sets or moves, to the organisation's leads. */
export async function tellOfDeadline(
	tx: Queryable,
	actor: Actor,
	about: MailSubject,
	name: AssignmentName,
	days: { readonly previous: PlainDate | null; readonly lastDay: PlainDate | null },
	moment: Moment,
	origin: string
): Promise<void> {
	const facts = factsOf(actor, 'extensions', about, name, moment, origin);
	const leads = await addressesOf(tx, 'lead', about.organisationId);
	await tellOthers(tx, actor, leads, deadlineMail(facts, days), moment);
}

/** To the inspector whose review it is from now on. */
export async function tellOfHandedReview(
	tx: Queryable,
	actor: Actor,
	address: string,
	about: MailSubject,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const facts = factsOf(actor, 'review', about, name, moment, origin);
	await tellOthers(tx, actor, [address], assignmentMail('review-handed', facts), moment);
}

/** @param page of the assignment, which the letter links to */
export function factsOf(
	actor: { readonly name: string },
	page: Letter['page'],
	about: Omit<MailSubject, 'organisationId'>,
	name: AssignmentName,
	{ today }: Pick<Moment, 'today'>,
	origin: string
): AssignmentMailFacts {
	return {
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: today,
		link: origin + paths[page](name.reference, name.organisation)
	};
}

/** Nobody is told of what they did themselves. */
export async function tellOthers(
	tx: Queryable,
	actor: Actor | null,
	addresses: readonly string[],
	words: MailWords,
	{ at }: Pick<Moment, 'at'>
): Promise<void> {
	const others = addresses.filter((address) => address !== actor?.email);
	await enqueue(tx, others, words, at);
}
