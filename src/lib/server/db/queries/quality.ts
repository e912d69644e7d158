import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { QualityCheck } from '#lib/domain/quality.ts';
import { and, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { action, actionAssignment } from '../schema/action.ts';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { deadlineRevision, waiting, waitingEnd } from '../schema/history.ts';
import { organisation } from '../schema/organisation.ts';
import { isInQuarantineSql } from './file-scan.ts';
import { ORPHAN_SQL } from './orphans.ts';
import { freshnessConditions, isOpenSql, judgingDays, timelinessConditions } from './timeliness.ts';

/** Which assignments each check finds: one condition a check, over `assignment` alone. */
export function qualityConditions(
	periods: readonly ReportingPeriod[],
	today: PlainDate
): Readonly<Record<QualityCheck, SQL | undefined>> {
	const days = judgingDays(periods, today);
	return {
		'claimed-without-evidence': and(
			eq(assignment.status, 'reported-complete'),
			sql`not exists (select 1 from ${evidence} e where e.assignment_id = ${assignment.id}
				and e.withdrawn_at is null and not ${isInQuarantineSql})`
		),
		'date-set-by-nobody': and(
			isOpenSql,
			sql`${assignment.currentDueOn} is not null`,
			sql`(select d.actor_id from ${deadlineRevision} d where d.assignment_id = ${assignment.id}
				order by d.on_day desc, d.id desc limit 1) is null`
		),
		'two-leads': and(
			isOpenSql,
			eq(assignment.capacity, 'lead'),
			sql`${assignment.organisationId} in (${NATIONAL})`,
			sql`exists (select 1 from ${assignment} other
				where other.recommendation_id = ${assignment.recommendationId}
				and other.id <> ${assignment.id} and other.capacity = 'lead'
				and other.status not in ('not-applicable', 'no-further-action', 'not-accepted')
				and other.organisation_id in (${NATIONAL}))`
		),
		'body-ended': and(
			isOpenSql,
			sql`${assignment.organisationId} in (select o.id from ${organisation} o
				where o.valid_to is not null and o.valid_to <= ${today})`
		),
		'overdue-and-silent': and(
			isOpenSql,
			timelinessConditions(days).overdue,
			freshnessConditions(days)['not-reported']
		),
		'post-without-holder': and(isOpenSql, ORPHAN_SQL['no-holder']),
		'recheck-overdue': and(eq(assignment.status, 'confirmed'), lt(assignment.recheckOn, today)),
		'wait-not-reviewed': and(
			isOpenSql,
			sql`exists (select 1 from ${waiting} w where w.assignment_id = ${assignment.id}
				and w.review_on < ${today} and not exists (
					select 1 from ${waitingEnd} x where x.waiting_id = w.id))`
		),
		'in-progress-without-action': and(
			inArray(assignment.status, ['in-progress', 'returned']),
			sql`not exists (select 1 from ${actionAssignment} s join ${action} t on t.id = s.action_id
				where s.assignment_id = ${assignment.id} and t.state <> 'dropped')`
		),
		'no-owner': and(isOpenSql, isNull(assignment.ownerPostId))
	};
}

/** Bodies of which there is one for the whole country: of the others, each leads for its own area. */
const NATIONAL = sql`select o.id from ${organisation} o
	where o.kind not in ('police-force', 'regional-unit', 'police-force-non-territorial')`;
