import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { assignment } from '#lib/server/db/schema/tables.ts';
import {
	workbookChange,
	workbookDownload,
	workbookReturn
} from '#lib/server/db/schema/workbook.ts';
import { eq } from 'drizzle-orm';

let serial = 0;

/** A workbook that came back and asks to publish one update, written as rows: its key. */
export async function aWorkbookOf(
	app: Context,
	about: { readonly id: number; readonly reference: string; readonly organisation: string },
	by: Actor
): Promise<string> {
	const key = `workbook${++serial}`;
	const at = app.clock.now();
	const { personId } = by;
	await app.db.write(async (tx) => {
		const [row] = await tx.select().from(assignment).where(eq(assignment.id, about.id));
		const { inspectionId, organisationId, version } = row!;
		const subject = `${about.reference}/${about.organisation}`;
		const before = { key: subject, version: String(version), title: 'Recommendation' };
		const content = JSON.stringify({ Assignments: [before], Actions: [] });
		const day = { at, onDay: londonDay(at) };
		const [left] = await tx
			.insert(workbookDownload)
			.values({ key: `left${key}`, ...day, personId, inspectionId, organisationId, content })
			.returning({ id: workbookDownload.id });
		const [back] = await tx
			.insert(workbookReturn)
			.values({ key, downloadId: left!.id, personId, fileName: 'kent.xlsx', sha256: 'ab', at })
			.returning({ id: workbookReturn.id });
		await tx.insert(workbookChange).values({
			returnId: back!.id,
			position: 1,
			sheet: 'Assignments',
			row: 4,
			subject,
			theirs: JSON.stringify({ kind: 'update', cells: { narrative: 'Briefed' } }),
			before: JSON.stringify(before)
		});
	});
	return key;
}
