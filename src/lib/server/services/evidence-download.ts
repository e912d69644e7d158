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
