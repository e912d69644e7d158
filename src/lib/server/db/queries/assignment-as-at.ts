import type { PlainDate } from '#lib/domain/plain-date.ts';
import { WORKABLE } from '#lib/domain/status.ts';

/**
 * The SELECT that tells from the append-only records alone how each assignment stood at the end of a day: the
 * SQL twin of `projectionOf`, under the names of the columns. Status and current deadline are joined, so that a
 * condition on them looks each up once; the rest is looked up where it is asked for.
 */
export function assignmentAsAt(day: PlainDate): string {
	const by = `on_day <= '${day}'`;
	const latest = (table: string, column: string, where = '1') => `(select ${column}
		from main.${table} where assignment_id = a.id and ${by} and ${where}
		order by on_day desc, id desc limit 1)`;
	const isClaimed = `s.to_status = 'reported-complete'`;
	return `select a.id as id, a.inspection_id as inspection_id, a.recommendation_id as recommendation_id,
	a.organisation_id as organisation_id, ${capacity(by)} as capacity, a.allocated_on as allocated_on,
	s.to_status as status, s.on_day as status_on,
	coalesce(${latest('acceptance_change', 'acceptance')}, 'not-recorded') as acceptance,
	${originalDueOn(by)} as original_due_on, d.last_day as current_due_on,
	${deadlineMoves(by)} as deadline_moves,
	${latest('owner_change', 'post_id', `duty = 'accountable'`)} as owner_post_id,
	${latest('owner_change', 'post_id', `duty = 'delivery'`)} as delivery_post_id,
	${lastReportedOn(by)} as last_reported_on,
	${latest('status_change', 'on_day', GIVEN_BACK)} as asked_since,
	case when ${isClaimed} then s.on_day end as claimed_on,
	case when ${isClaimed} then s.actor_id end as claimed_by,
	case when ${isClaimed} then ${latest('reviewer_change', 'reviewer_id')} end as reviewer_id,
	${latest('target_change', 'target_on')} as target_on,
	case when s.to_status = 'confirmed' then ${recheckOn(by)} end as recheck_on,
	0 as version
	from main.assignment a
	join main.status_change s on s.id = (select id from main.status_change
		where assignment_id = a.id and ${by} order by on_day desc, id desc limit 1)
	left join main.deadline_revision d on d.id = (select id from main.deadline_revision
		where assignment_id = a.id and ${by} order by on_day desc, id desc limit 1)`;
}

const WORKED_ON = WORKABLE.map((status) => `'${status}'`).join(', ');

/** The SQL twin of `isGivenBack`. */
const GIVEN_BACK = `from_status not in (${WORKED_ON}) and to_status in (${WORKED_ON})`;

function originalDueOn(by: string): string {
	return `(select last_day from main.deadline_revision where assignment_id = a.id and ${by}
		and last_day is not null order by on_day, id limit 1)`;
}

/** Every change of the date but its first setting. */
function deadlineMoves(by: string): string {
	return `(select max(0, coalesce(sum(is_other), 0) - 1) from (
		select last_day is not lag(last_day) over (order by on_day, id) as is_other
		from main.deadline_revision where assignment_id = a.id and ${by}))`;
}

/** By an update that corrects no other, or by a claim. */
function lastReportedOn(by: string): string {
	return `(select max(on_day) from (
		select max(on_day) as on_day from main.progress_update
		where assignment_id = a.id and ${by} and corrects_id is null
		union all select max(on_day) from main.status_change
		where assignment_id = a.id and ${by} and to_status = 'reported-complete'))`;
}

/** The day set after the latest confirmation, until what was found then is recorded. */
function recheckOn(by: string): string {
	return `(select case when exists (select 1 from main.recheck_outcome o
			where o.recheck_id = r.id and o.${by}) then null else r.due_on end
		from main.recheck r where r.assignment_id = a.id and r.${by} and r.confirmation_id = s.id
		order by r.on_day desc, r.id desc limit 1)`;
}

/** What the last change by then made it; before the first change, the other one of the two. */
function capacity(by: string): string {
	const changes = `from main.allocation_change c where c.assignment_id = a.id`;
	return `coalesce(
		(select c.capacity ${changes} and c.${by} order by c.id desc limit 1),
		(select case when c.step <> 'change-capacity' then c.capacity
			when c.capacity = 'lead' then 'contributing' else 'lead' end
			${changes} order by c.id limit 1),
		a.capacity)`;
}
