import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { reportingPeriod } from '../schema/inspection.ts';

/** The last two periods that opened by the day, latest first: what freshness is judged by. */
export const latestPeriods = remember(
	async (
		db: Queryable,
		inspectionId: number,
		today: PlainDate
	): Promise<readonly ReportingPeriod[]> =>
		await db
			.select({ opensOn: reportingPeriod.opensOn, closesOn: reportingPeriod.closesOn })
			.from(reportingPeriod)
			.where(
				and(eq(reportingPeriod.inspectionId, inspectionId), lte(reportingPeriod.opensOn, today))
			)
			.orderBy(desc(reportingPeriod.opensOn))
			.limit(2)
);
