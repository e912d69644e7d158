import { desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { corrected, correction } from '../db/queries/aliases.ts';
import { progressUpdate } from '../db/schema/history.ts';
import { person } from '../db/schema/person.ts';

export type Update = Awaited<ReturnType<typeof readLatestUpdates>>[number];

/** Latest first. */
export async function readLatestUpdates(db: Queryable, assignmentId: number, howMany: number) {
	const rows = await latestUpdates(db).all({ assignmentId, howMany });
	return rows.map(withCorrections);
}

const latestUpdates = prepareOnce((db) =>
	selectUpdates(db)
		.where(eq(progressUpdate.assignmentId, sql.placeholder('assignmentId')))
		.orderBy(desc(progressUpdate.onDay), desc(progressUpdate.id))
		.limit(sql.placeholder('howMany'))
		.prepare()
);

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
		.leftJoin(correction, eq(correction.correctsId, progressUpdate.id))
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
