import { actionTimingOf, daysLate } from '#lib/domain/action.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { assignmentsServed } from '../db/queries/action.ts';
import { droppedBecauseSql, firstDueOnSql } from '../db/queries/plan.ts';
import { action } from '../db/schema/action.ts';
import { post, postHolder } from '../db/schema/post.ts';

type Stored = Awaited<ReturnType<typeof selectPlanRows>>[number];

/** An action as every list shows it. */
export type PlanRow = Awaited<ReturnType<typeof withPlans>>[number];

const COLUMNS = {
	id: action.id,
	key: action.key,
	title: action.title,
	shows: action.shows,
	dueOn: action.dueOn,
	firstDueOn: firstDueOnSql,
	state: action.state,
	doneOn: action.doneOn,
	droppedBecause: droppedBecauseSql,
	ownerPost: post.title,
	ownerName: postHolder.name
};

/** The select that every list of actions starts from; add joins, `where`, `orderBy` and `limit`. */
export function selectPlanRows(db: Queryable) {
	return db
		.select(COLUMNS)
		.from(action)
		.leftJoin(post, eq(post.id, action.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.$dynamic();
}

/** Judges each row and says which recommendations it serves: one query for all of them. */
export async function withPlans(db: Queryable, rows: readonly Stored[], today: PlainDate) {
	const served = await assignmentsServed(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map(({ id, ...row }) => ({
		...row,
		timing: actionTimingOf(row, today),
		daysLate: daysLate(row, today),
		serves: served
			.filter(({ actionId }) => actionId === id)
			.map(({ recommendation, reference }) => ({ recommendation, reference }))
	}));
}
