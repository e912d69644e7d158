import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Verb } from '#lib/domain/status.ts';
import {
	claimWaitingMail,
	confirmedMail,
	returnedMail,
	type AssignmentMailFacts,
	type MailWords
} from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

interface Told {
	readonly to: 'inspectors' | 'leads';
	readonly words: (facts: AssignmentMailFacts) => MailWords;
}

/** A claim is told to the inspectors, a decision on it to the organisation's leads; other moves to nobody. */
const TOLD: Partial<Record<Verb, Told>> = {
	'report-complete': { to: 'inspectors', words: claimWaitingMail },
	confirm: { to: 'leads', words: confirmedMail },
	return: { to: 'leads', words: returnedMail }
};

/** @param origin what the link begins with */
export async function tellOfMove(
	tx: Queryable,
	actor: Actor,
	verb: Verb,
	moved: FoundAssignment,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const told = TOLD[verb];
	if (!told) return;
	const addresses = await (told.to === 'inspectors'
		? addressesOf(tx, 'inspector', null)
		: addressesOf(tx, 'lead', moved.organisationId));
	const words = told.words({
		reference: name.reference,
		title: moved.recommendationTitle,
		organisation: moved.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link: origin + paths.assignment(name.reference, name.organisation)
	});
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}
