import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { asker } from '../db/queries/aliases.ts';
import { extensionDecision } from '../db/schema/extension.ts';
import { deadlineRevision } from '../db/schema/history.ts';
import { person } from '../db/schema/person.ts';

export type DeadlineRevision = Awaited<ReturnType<typeof listRevisions>>[number];

/** Every revision of the deadline of an assignment with where it comes from, latest first. */
export function listRevisions(db: Queryable, assignmentId: number) {
	return db
		.select({
			id: deadlineRevision.id,
			at: deadlineRevision.at,
			onDay: deadlineRevision.onDay,
			phrase: deadlineRevision.phrase,
			kind: deadlineRevision.kind,
			lastDay: deadlineRevision.lastDay,
			rule: deadlineRevision.rule,
			setBy: deadlineRevision.setBy,
			reason: deadlineRevision.reason,
			by: person.name,
			askedBy: asker.name,
			/** The request that it grants, where it does. */
			requestId: extensionDecision.requestId
		})
		.from(deadlineRevision)
		.leftJoin(person, eq(person.id, deadlineRevision.actorId))
		.leftJoin(asker, eq(asker.id, deadlineRevision.askedBy))
		.leftJoin(extensionDecision, eq(extensionDecision.revisionId, deadlineRevision.id))
		.where(eq(deadlineRevision.assignmentId, assignmentId))
		.orderBy(desc(deadlineRevision.id));
}
