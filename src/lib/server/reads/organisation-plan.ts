import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PlanFilter } from '#lib/domain/plan-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { matchesPlanFilter, planCountsSql } from '../db/queries/plan.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { remember } from '../db/remember.ts';
import { action } from '../db/schema/action.ts';
import { organisation } from '../db/schema/organisation.ts';
import { PAGE_SIZE } from './assignment-list.ts';
import { selectPlanRows, withPlans } from './plan-row.ts';

/**
 * Every action of one body, of all its plans, planned ones first, by due date: five queries.
 * @throws Refusal 'not-found' for a body that is not there or not the actor's to see
 */
export async function readOrganisationPlan(
	context: Context,
	actor: Actor,
	code: string,
	filter: PlanFilter,
	page: number
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const body = await findBody(read, actor, code);
	return { body, ...(await readPlan(read, body.id, filter, today, page)) };
}

// What is still to be done comes first. No date is neither first nor last in time: it always comes after
// the dated ones.
const ORDER = [
	sql`${action.state} <> 'planned'`,
	sql`${action.dueOn} is null`,
	asc(action.dueOn),
	asc(action.id)
];

const readPlan = remember(
	async (
		db: Queryable,
		organisationId: number,
		filter: PlanFilter,
		today: PlainDate,
		page: number
	) => {
		const ofBody = eq(action.organisationId, organisationId);
		const where = and(ofBody, matchesPlanFilter(filter, today));
		const [counts] = await db.select(planCountsSql(today)).from(action).where(ofBody);
		const [matching] = await db.select({ total: count() }).from(action).where(where);
		const total = matching?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
		const shown = Math.min(page, pages);
		// Only the ids are sorted; what a page shows is looked up for its own rows.
		const picked = db
			.select({ id: action.id })
			.from(action)
			.where(where)
			.orderBy(...ORDER)
			.limit(PAGE_SIZE)
			.offset((shown - 1) * PAGE_SIZE);
		const rows = await selectPlanRows(db)
			.where(inArray(action.id, picked))
			.orderBy(...ORDER);
		return {
			counts: counts ?? { planned: 0, done: 0, dropped: 0, late: 0 },
			list: { rows: await withPlans(db, rows, today), total, page: shown, pages }
		};
	}
);

async function findBody(db: Queryable, actor: Actor, code: string) {
	const [row] = await db
		.select({ id: organisation.id, code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(and(eq(organisation.code, code), visibleTo(actor, organisation.id)));
	if (!row) throw notFound('organisation');
	return row;
}
