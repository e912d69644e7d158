import type { RecheckOutcome } from '#lib/domain/after-closure.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { AFTER_CLOSURE_MAILS } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

/**
 * What became of an assignment after it was closed, or because another recommendation took its place: told to the
 * organisation's leads. @param origin what the link begins with
 */
export async function tellOfRecheck(
	tx: Queryable,
	actor: Actor,
	step: RecheckOutcome | 'superseded',
	about: FoundAssignment,
	name: AssignmentName,
	moment: Moment,
	origin: string
): Promise<void> {
	const addresses = await addressesOf(tx, 'lead', about.organisationId);
	const words = AFTER_CLOSURE_MAILS[step]({
		reference: name.reference,
		title: about.recommendationTitle,
		organisation: about.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link: origin + paths.assignment(name.reference, name.organisation)
	});
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}
