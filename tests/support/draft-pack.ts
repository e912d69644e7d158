import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { assignment, boardPack } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import { TEST_DAY } from './test-app.ts';

let serial = 0;

/** A draft of a pack of the body that the assignment belongs to, written as a row: its key. */
export async function aDraftPack(
	app: Context,
	about: { readonly id: number },
	preparedBy: Actor
): Promise<string> {
	const key = `pack${++serial}`;
	await app.db.write(async (tx) => {
		const [row] = await tx.select().from(assignment).where(eq(assignment.id, about.id));
		const { inspectionId, organisationId } = row!;
		const at = app.clock.now();
		await tx.insert(boardPack).values({
			...{ key, inspectionId, organisationId, preparedBy: preparedBy.personId },
			...{ meeting: 'Force board', meetingOn: plainDate('2026-03-20') },
			...{ asAt: plainDate(TEST_DAY), purpose: 'note', marking: 'official' },
			...{ createdAt: at, changedAt: at }
		});
	});
	return key;
}
