import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';

interface Downloaded {
	readonly title: string;
	readonly assignmentId: number;
	readonly organisationId: number;
	readonly organisationName: string;
}

/** Who took a file out of the service is part of the record; other reading is not. */
export async function recordDownload(
	context: Context,
	actor: Actor,
	file: Downloaded
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write((tx) =>
		record(tx, {
			action: 'evidence.download',
			actor,
			moment,
			assignmentId: file.assignmentId,
			organisationId: file.organisationId,
			particulars: { title: file.title, organisation: file.organisationName }
		})
	);
}

/** One entry for the whole archive: which of its files it holds is in the manifest that was taken out with it. */
export async function recordArchiveDownload(
	context: Context,
	actor: Actor,
	archive: Omit<Downloaded, 'title'> & {
		readonly reference: string;
		readonly items: readonly { readonly sha256: string | null; readonly leftOut: string | null }[];
	}
): Promise<void> {
	const moment = momentOf(context.clock);
	const files = archive.items.filter(({ sha256, leftOut }) => sha256 !== null && leftOut === null);
	await context.db.write((tx) =>
		record(tx, {
			action: 'evidence.download-all',
			actor,
			moment,
			assignmentId: archive.assignmentId,
			organisationId: archive.organisationId,
			particulars: {
				reference: archive.reference,
				organisation: archive.organisationName,
				count: files.length
			}
		})
	);
}
