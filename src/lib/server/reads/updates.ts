import type { Actor } from '#lib/domain/actor.ts';
import { draftForm } from '#lib/domain/draft.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { isOpen } from '#lib/domain/status.ts';
import { and, count, desc, eq, gte, min } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { findDraft } from '../db/queries/draft.ts';
import { remember } from '../db/remember.ts';
import { progressUpdate } from '../db/schema/history.ts';
import { selectUpdates, withCorrections } from './update-row.ts';

const UPDATES_ON_A_PAGE = 20;

export interface UpdatesPlace {
	readonly page: number;
	/** The update whose page is wanted, wherever that is by now. */
	readonly update?: number | undefined;
}

/**
 * The progress updates of an assignment, latest first, a page at a time.
 * @throws Refusal 'not-found' for an assignment that is not the actor's to see, or an update of another
 */
export async function readUpdates(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	place: UpdatesPlace
) {
	const found = await findAssignment(db.read, actor, name);
	const shown = await readPlace(db.read, found.id, place);
	const mayUpdate = can(actor, 'add-update', found);
	const draft = mayUpdate
		? await findDraft(db.read, actor.personId, draftForm('update', found.id))
		: null;
	return {
		assignment: {
			recommendation: name.reference,
			reference: found.reference,
			title: found.recommendationTitle,
			organisationCode: name.organisation,
			organisationName: found.organisationName
		},
		...shown,
		/** When the actor last saved an update that is not published. */
		draftSavedAt: draft?.savedAt ?? null,
		may: { update: mayUpdate && isOpen(found.status), correct: mayUpdate }
	};
}

const readPlace = remember(async (db: Queryable, assignmentId: number, place: UpdatesPlace) => {
	const [counted] = await db
		.select({ total: count() })
		.from(progressUpdate)
		.where(eq(progressUpdate.assignmentId, assignmentId));
	const total = counted?.total ?? 0;
	const pages = Math.max(1, Math.ceil(total / UPDATES_ON_A_PAGE));
	const page =
		place.update === undefined
			? Math.min(place.page, pages)
			: await pageOf(db, assignmentId, place.update);
	const rows = await selectUpdates(db)
		.where(eq(progressUpdate.assignmentId, assignmentId))
		.orderBy(desc(progressUpdate.id))
		.limit(UPDATES_ON_A_PAGE)
		.offset((page - 1) * UPDATES_ON_A_PAGE);
	return { updates: rows.map(withCorrections), total, page, pages };
});

async function pageOf(db: Queryable, assignmentId: number, id: number): Promise<number> {
	const [row] = await db
		.select({ position: count(), earliest: min(progressUpdate.id) })
		.from(progressUpdate)
		.where(and(eq(progressUpdate.assignmentId, assignmentId), gte(progressUpdate.id, id)));
	if (row?.earliest !== id) throw notFound('update');
	return Math.ceil(row.position / UPDATES_ON_A_PAGE);
}
