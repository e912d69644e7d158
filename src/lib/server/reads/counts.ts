import type { Freshness, ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { addCounts, emptyCounts, type StatusCounts } from '#lib/domain/rollup.ts';
import { isOpen } from '#lib/domain/status.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';
import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { datedConditions, freshnessConditions } from '../db/queries/timeliness.ts';
import { assignment } from '../db/schema/assignment.ts';

/** How many assignments stand where. Every number in the service is one of these. */
export interface Counts {
	readonly statuses: StatusCounts;
	/** Of the open ones. */
	readonly timeliness: Readonly<Record<Timeliness, number>>;
	/** Of the open ones: overdue, or would be had no date been moved. */
	readonly wouldBeOverdue: number;
	/** Of the open ones that owe an update. */
	readonly freshness: Readonly<Record<Freshness, number>>;
	/** Of the open ones: no post owns it. */
	readonly noOwner: number;
}

export interface CountScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
	/** A further condition on `assignment`, such as one organisation. */
	readonly where?: SQL | undefined;
}

/** What counts are kept apart by. */
const GROUPS = {
	recommendation: assignment.recommendationId,
	organisation: assignment.organisationId
} as const;

/** Counts by the id of the recommendation or the organisation, in one query over one index. */
export async function countBy(
	db: Queryable,
	group: keyof typeof GROUPS,
	scope: CountScope
): Promise<Map<number, Counts>> {
	const dated = datedConditions(scope.today);
	const fresh = freshnessConditions(scope.periods, scope.today);
	const rows = await db
		.select({
			group: GROUPS[group],
			status: assignment.status,
			items: count(),
			noDate: countIf(isNull(assignment.currentDueOn)),
			overdue: countIf(dated.overdue),
			rescheduled: countIf(dated.rescheduled),
			dueSoon: countIf(dated['due-soon']),
			wouldBeOverdue: countIf(dated.wouldBeOverdue),
			noOwner: countIf(isNull(assignment.ownerPostId)),
			...(fresh && {
				asked: countIf(fresh.isAsked),
				reported: countIf(fresh.reported),
				owed: countIf(fresh.owed)
			})
		})
		.from(assignment)
		.where(and(eq(assignment.inspectionId, scope.inspectionId), scope.where))
		.groupBy(GROUPS[group], assignment.status);
	const counted = new Map<number, MutableCounts>();
	for (const row of rows) {
		const counts = counted.get(row.group) ?? noCounts();
		counted.set(row.group, counts);
		counts.statuses[row.status] = row.items;
		// Timeliness, freshness and ownership are asked only of what is open.
		if (isOpen(row.status)) addOpen(counts, row);
	}
	return counted;
}

function countIf(condition: SQL): SQL<number> {
	return sql<number>`count(*) filter (where ${condition})`;
}

interface OpenRow {
	readonly items: number;
	readonly noDate: number;
	readonly overdue: number;
	readonly rescheduled: number;
	readonly dueSoon: number;
	readonly wouldBeOverdue: number;
	readonly noOwner: number;
	readonly asked?: number;
	readonly reported?: number;
	readonly owed?: number;
}

function addOpen(counts: MutableCounts, row: OpenRow): void {
	const { timeliness, freshness } = counts;
	const { items, noDate, overdue, rescheduled, dueSoon } = row;
	const { asked = 0, reported = 0, owed = 0 } = row;
	timeliness['no-date'] += noDate;
	timeliness.overdue += overdue;
	timeliness.rescheduled += rescheduled;
	timeliness['due-soon'] += dueSoon;
	timeliness.later += items - noDate - overdue - rescheduled - dueSoon;
	freshness.reported += reported;
	freshness.owed += owed;
	freshness['not-reported'] += asked - reported - owed;
	counts.wouldBeOverdue += row.wouldBeOverdue;
	counts.noOwner += row.noOwner;
}

interface MutableCounts {
	statuses: Record<keyof StatusCounts, number>;
	timeliness: Record<Timeliness, number>;
	wouldBeOverdue: number;
	freshness: Record<Freshness, number>;
	noOwner: number;
}

export function noCounts(): MutableCounts {
	return {
		statuses: emptyCounts(),
		timeliness: { overdue: 0, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 0 },
		wouldBeOverdue: 0,
		freshness: { reported: 0, owed: 0, 'not-reported': 0 },
		noOwner: 0
	};
}

/** Counts add up: of recommendations to an inspection, of bodies to a region. */
export function sumCounts(all: readonly Counts[]): Counts {
	const sum = noCounts();
	sum.statuses = addCounts(all.map((counts) => counts.statuses));
	for (const counts of all) {
		for (const key of Object.keys(sum.timeliness) as Timeliness[]) {
			sum.timeliness[key] += counts.timeliness[key];
		}
		for (const key of Object.keys(sum.freshness) as Freshness[]) {
			sum.freshness[key] += counts.freshness[key];
		}
		sum.wouldBeOverdue += counts.wouldBeOverdue;
		sum.noOwner += counts.noOwner;
	}
	return sum;
}
