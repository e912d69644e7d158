import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { ExtensionAnswer } from '#lib/domain/extension.ts';
import { EXTENSION_MAILS } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

export type ExtensionStep = 'ask' | 'withdraw' | ExtensionAnswer;

/**
 * What the organisation does is told to the inspectors, the answer to the organisation's leads.
 * @param origin what the link begins with
 */
export async function tellOfExtension(
	tx: Queryable,
	actor: Actor,
	step: ExtensionStep,
	about: FoundAssignment,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const addresses = await (step === 'ask' || step === 'withdraw'
		? addressesOf(tx, 'inspector', null)
		: addressesOf(tx, 'lead', about.organisationId));
	const words = EXTENSION_MAILS[step]({
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link: origin + paths.extensions(name.reference, name.organisation)
	});
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}
