import { and, desc, eq } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { corrected, correction } from '../db/queries/aliases.ts';
import { progressUpdate } from '../db/schema/history.ts';
import { person } from '../db/schema/person.ts';

export type Update = Awaited<ReturnType<typeof readLatestUpdates>>[number];

/** Latest first. */
export async function readLatestUpdates(db: Queryable, assignmentId: number, howMany: number) {
	const rows = await selectUpdates(db)
		.where(eq(progressUpdate.assignmentId, assignmentId))
		.orderBy(desc(progressUpdate.id))
		.limit(howMany);
	return rows.map(withCorrections);
}

/** The select that every list of updates starts from; each knows what it corrects and what corrects it. */
export function selectUpdates(db: Queryable) {
	return db
		.select({
			id: progressUpdate.id,
			at: progressUpdate.at,
			onDay: progressUpdate.onDay,
			author: person.name,
			narrative: progressUpdate.narrative,
			confidence: progressUpdate.confidence,
			nextMilestone: progressUpdate.nextMilestone,
			nextMilestoneOn: progressUpdate.nextMilestoneOn,
			correctsId: corrected.id,
			correctsAt: corrected.at,
			correctionId: correction.id,
			correctionAt: correction.at
		})
		.from(progressUpdate)
		.leftJoin(person, eq(person.id, progressUpdate.actorId))
		.leftJoin(corrected, eq(corrected.id, progressUpdate.correctsId))
		.leftJoin(
			correction,
			// With its assignment, so that the index on it is of use.
			and(
				eq(correction.assignmentId, progressUpdate.assignmentId),
				eq(correction.correctsId, progressUpdate.id)
			)
		)
		.$dynamic();
}

type Row = Awaited<ReturnType<typeof selectUpdates>>[number];

export function withCorrections({
	correctsId,
	correctsAt,
	correctionId,
	correctionAt,
	...update
}: Row) {
	return {
		...update,
		corrects: pointer(correctsId, correctsAt),
		correctedBy: pointer(correctionId, correctionAt)
	};
}

function pointer(id: number | null, at: number | null) {
	return id === null || at === null ? null : { id, at };
}
