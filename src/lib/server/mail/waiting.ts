import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { WaitingResponse } from '#lib/domain/waiting.ts';
import { WAIT_ANSWER_MAILS, waitRecordedMail } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { addressesOf } from '../db/queries/person.ts';
import type { OpenWait } from '../db/queries/waiting.ts';
import { enqueue } from './enqueue.ts';

/**
 * A wait is told to the leads of the body that is waited for, in the name of the body that waits.
 * @param origin what the link begins with
 */
export async function tellOfWait(
	tx: Queryable,
	actor: Actor,
	waiting: FoundAssignment,
	awaited: AssignmentName & {
		readonly title: string;
		readonly organisationId: number;
		readonly organisationName: string;
	},
	moment: Moment,
	origin: string
): Promise<void> {
	const { reference, organisation, title, organisationId, organisationName } = awaited;
	const words = waitRecordedMail({
		...{ reference, title, organisation: organisationName },
		actorName: waiting.organisationName,
		onDay: moment.today,
		link: origin + paths.waitedFor(reference, organisation)
	});
	const addresses = await addressesOf(tx, 'lead', organisationId);
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}

/**
 * The answer is told to the leads of the body that waits, in the name of the other body: whose hand wrote it
 * is not theirs to know.
 * @param origin what the link begins with
 */
export async function tellOfWaitAnswer(
	tx: Queryable,
	actor: Actor,
	answer: WaitingResponse,
	awaited: FoundAssignment,
	wait: OpenWait,
	moment: Moment,
	origin: string
): Promise<void> {
	const words = WAIT_ANSWER_MAILS[answer]({
		reference: wait.reference,
		title: wait.title,
		organisation: wait.organisationName,
		actorName: awaited.organisationName,
		onDay: moment.today,
		link: origin + paths.assignment(wait.reference, wait.organisationCode)
	});
	const addresses = await addressesOf(tx, 'lead', wait.organisationId);
	const others = addresses.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}
