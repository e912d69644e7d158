import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { assignment, sampleDraw, sampleItem, statusChange } from '#lib/server/db/schema/tables.ts';
import { desc, eq } from 'drizzle-orm';

let serial = 0;

/** A sample of the one claim that waits on the assignment, written as rows: its key. */
export async function aSampleOf(
	app: Context,
	about: { readonly id: number },
	by: Actor
): Promise<string> {
	const key = `sample${++serial}`;
	const at = app.clock.now();
	await app.db.write(async (tx) => {
		const [claimed] = await tx.select().from(assignment).where(eq(assignment.id, about.id));
		const [claim] = await tx
			.select({ id: statusChange.id })
			.from(statusChange)
			.where(eq(statusChange.assignmentId, about.id))
			.orderBy(desc(statusChange.id));
		const { inspectionId, recommendationId } = claimed!;
		const [draw] = await tx
			.insert(sampleDraw)
			.values({
				...{ at, onDay: londonDay(at), key, inspectionId, recommendationId },
				...{ actorId: by.personId, method: 'random', seed: 'a seed', size: 1 },
				...{ population: JSON.stringify([[claim!.id, 1]]), populationSize: 1 }
			})
			.returning({ id: sampleDraw.id });
		await tx.insert(sampleItem).values({ drawId: draw!.id, claimId: claim!.id, position: 1 });
	});
	return key;
}
