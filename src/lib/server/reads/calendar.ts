import { can } from '#lib/domain/policy.ts';
import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { recommendationDeadline } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** One day that somebody follows: whose, and what falls on it. Nothing that anybody wrote. */
export interface CalendarDay {
	/** 'OIC-7' */
	readonly reference: string;
	/** The organisation's code; null for a recommendation as a whole. */
	readonly organisation: string | null;
	readonly on: PlainDate;
	readonly what: 'due' | 'review' | 'recheck';
}

const MOST = 1000;

/**
 * The days that somebody follows: of their own bodies what is open and when it is due; for an inspector the
 * claims that they took for review, and what is looked at again; for those who see every body the deadlines of
 * whole recommendations, which are ten and not hundreds.
 */
export async function readCalendar({ db }: Context, actor: Actor): Promise<CalendarDay[]> {
	const own = ownOrganisationIds(actor);
	const [due, mine, rechecks, whole] = await Promise.all([
		own.length > 0 ? readOwnDue(db.read, actor, own) : [],
		can(actor, 'take-review') ? readTaken(db.read, actor) : [],
		can(actor, 'recheck') ? readRechecks(db.read, actor) : [],
		isNational(actor) ? readWhole(db.read) : []
	]);
	return [...due, ...mine, ...rechecks, ...whole].slice(0, MOST);
}

const NAME = {
	inspection: inspection.code,
	number: recommendation.number,
	organisation: organisation.code
};

function selectDays(db: Queryable) {
	return db
		.select({ ...NAME, dueOn: assignment.currentDueOn, recheckOn: assignment.recheckOn })
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.orderBy(asc(inspection.code), asc(recommendation.number), asc(organisation.code))
		.limit(MOST)
		.$dynamic();
}

type Row = Awaited<ReturnType<typeof selectDays>>[number];

async function readOwnDue(db: Queryable, actor: Actor, own: readonly number[]) {
	const rows = await selectDays(db).where(
		and(
			visibleTo(actor, assignment.organisationId),
			inArray(assignment.organisationId, [...own]),
			inArray(assignment.status, [...OPEN_STATUSES]),
			isNotNull(assignment.currentDueOn)
		)
	);
	return rows.flatMap((row) => dayOf(row, row.dueOn, 'due'));
}

async function readTaken(db: Queryable, actor: Actor) {
	const rows = await selectDays(db).where(
		and(
			visibleTo(actor, assignment.organisationId),
			eq(assignment.reviewerId, actor.personId),
			isNotNull(assignment.currentDueOn)
		)
	);
	return rows.flatMap((row) => dayOf(row, row.dueOn, 'review'));
}

async function readRechecks(db: Queryable, actor: Actor) {
	const rows = await selectDays(db).where(
		and(visibleTo(actor, assignment.organisationId), isNotNull(assignment.recheckOn))
	);
	return rows.flatMap((row) => dayOf(row, row.recheckOn, 'recheck'));
}

async function readWhole(db: Queryable): Promise<CalendarDay[]> {
	const rows = await db
		.select({
			inspection: inspection.code,
			number: recommendation.number,
			on: recommendationDeadline.lastDay
		})
		.from(recommendationDeadline)
		.innerJoin(recommendation, eq(recommendation.id, recommendationDeadline.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.where(
			eq(
				recommendationDeadline.id,
				sql`(select max(d.id) from ${recommendationDeadline} d
					where d.recommendation_id = ${recommendation.id})`
			)
		)
		.orderBy(asc(inspection.code), asc(recommendation.number));
	return rows.flatMap(({ inspection: code, number, on }) =>
		on === null
			? []
			: [{ reference: recommendationReference(code, number), organisation: null, on, what: 'due' }]
	);
}

function dayOf(row: Row, on: PlainDate | null, what: CalendarDay['what']): CalendarDay[] {
	if (on === null) return [];
	const reference = recommendationReference(row.inspection, row.number);
	return [{ reference, organisation: row.organisation, on, what }];
}
