import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { findOpenRecheck } from '../db/queries/recheck.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { formOf } from './assignment-form.ts';

const PAGE_SIZE = 50;

/**
 * The confirmed assignments that are looked at again, of every inspection, the soonest first.
 * @throws Refusal 'not-allowed'
 */
export async function readRechecks(context: Context, actor: Actor, page: number) {
	mustBeAbleTo(actor, 'recheck');
	const { today } = momentOf(context.clock);
	const [counted] = await countPlanned(context.db.read, today);
	const planned = counted?.planned ?? 0;
	const pages = Math.max(1, Math.ceil(planned / PAGE_SIZE));
	const shown = Math.min(page, pages);
	const rows = await listPlanned(context.db.read, (shown - 1) * PAGE_SIZE);
	return {
		today,
		planned,
		/** Today or earlier. */
		due: counted?.due ?? 0,
		page: shown,
		pages,
		rows: rows.map(({ inspectionCode, number, dueOn, ...row }) => ({
			...row,
			reference: recommendationReference(inspectionCode, number),
			// The condition of the list.
			dueOn: dueOn as PlainDate
		}))
	};
}

const countPlanned = remember(
	async (db: Queryable, today: PlainDate) =>
		await db
			.select({
				planned: sql<number>`count(*)`,
				due: sql<number>`count(*) filter (where ${lte(assignment.recheckOn, today)})`
			})
			.from(assignment)
			.where(isNotNull(assignment.recheckOn))
);

const listPlanned = remember(
	async (db: Queryable, offset: number) =>
		await db
			.select({
				inspectionCode: inspection.code,
				number: recommendation.number,
				title: recommendation.title,
				organisationCode: organisation.code,
				organisationName: organisation.name,
				confirmedOn: assignment.statusOn,
				dueOn: assignment.recheckOn
			})
			.from(assignment)
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.where(isNotNull(assignment.recheckOn))
			.orderBy(asc(assignment.recheckOn), asc(assignment.id))
			.limit(PAGE_SIZE)
			.offset(offset)
);

/**
 * The form on which the outcome of a re-check is recorded. `recheck` is null where none is open.
 * @throws Refusal 'not-found', 'not-allowed'
 */
export async function readRecheckForm({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'recheck', found);
	const open = await findOpenRecheck(db.read, found.id);
	return {
		assignment: formOf(found, name),
		recheck: open
			? {
					dueOn: open.dueOn,
					confirmedOn: open.confirmedOn,
					confirmedBy: open.confirmedBy,
					basis: open.basis,
					isOwnClaim: open.claimedBy === actor.personId
				}
			: null
	};
}
