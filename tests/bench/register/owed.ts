import type Database from 'better-sqlite3';
import { WORKABLE } from '#lib/domain/status.ts';
import { AS_AT } from './sizes.ts';

/** What each period asked for and what became of it, told from the history that is there. */
export function addOwedUpdates(connection: Database.Database): void {
	const workable = WORKABLE.map((status) => `'${status}'`).join(', ');
	connection.exec(`
		insert into owed_update (period_id, assignment_id, outcome, outcome_on)
		select period_id, assignment_id,
			case when heard_on is not null then 'reported'
				when closes_on < '${AS_AT}' then 'not-reported' end,
			case when heard_on is not null then heard_on
				when closes_on < '${AS_AT}' then date(closes_on, '+1 day') end
		from (
			select p.id as period_id, p.closes_on, a.id as assignment_id, (
				select min(on_day) from progress_update
				where assignment_id = a.id and on_day between p.opens_on and p.closes_on
			) as heard_on
			from reporting_period p join assignment a on a.inspection_id = p.inspection_id
			where (
				select to_status from status_change
				where assignment_id = a.id and on_day < p.opens_on order by on_day desc, id desc limit 1
			) in (${workable})
		)`);
}
