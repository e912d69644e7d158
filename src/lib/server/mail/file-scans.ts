import type { Moment } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { assignmentMail } from '#lib/wording/assignment-letters.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import type { itemsOfFile } from '../db/queries/file-scan.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

type Item = Awaited<ReturnType<typeof itemsOfFile>>[number];

/** An infected file is told to whoever uploaded it, while they can sign in, and to the inspectors. */
export async function tellOfInfection(
	tx: Queryable,
	item: Item,
	moment: Moment,
	origin: string
): Promise<void> {
	const reference = recommendationReference(item.inspection, item.number);
	const words = assignmentMail('quarantined', {
		actorName: 'the malware scanner',
		reference,
		title: item.recommendationTitle,
		organisation: item.organisationName,
		onDay: moment.today,
		link: origin + paths.evidenceOf(reference, item.organisation)
	});
	const uploader = item.deactivatedAt === null ? [item.uploader] : [];
	const inspectors = await addressesOf(tx, 'inspector', null);
	await enqueue(tx, [...uploader, ...inspectors], words, moment.at);
}
