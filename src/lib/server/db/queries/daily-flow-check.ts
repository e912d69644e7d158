import { assignmentReference } from '#lib/domain/reference.ts';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';

/** How far the kept daily flow is from what the history says. */
export interface FlowDifference {
	/** Rows that the history gives and the table has not, or has otherwise. */
	readonly missing: number;
	/** Rows that the table has and the history does not give, or gives otherwise. */
	readonly surplus: number;
	/** 'OIC-7/KENT', of each assignment concerned, in their order. */
	readonly references: readonly string[];
}

/** Works the daily flow out again from the history and compares: one statement over both, nothing changed. */
export async function findFlowDifference(db: Queryable): Promise<FlowDifference> {
	const rows = db.all<DifferenceRow>(sql`with ${EXPECTED}, ${MISSING}, ${SURPLUS}
		select i.code as inspection, r.number as number, o.code as organisation,
			sum(d.missing) as missing, sum(d.surplus) as surplus
		from (
			select assignment_id, 1 as missing, 0 as surplus from missing
			union all select assignment_id, 0, 1 from surplus
		) d
		join assignment a on a.id = d.assignment_id
		join inspection i on i.id = a.inspection_id
		join recommendation r on r.id = a.recommendation_id
		join organisation o on o.id = a.organisation_id
		group by d.assignment_id order by d.assignment_id`);
	return {
		missing: rows.reduce((sum, row) => sum + row.missing, 0),
		surplus: rows.reduce((sum, row) => sum + row.surplus, 0),
		references: rows.map((row) => assignmentReference(row.inspection, row.number, row.organisation))
	};
}

/**
 * Makes the table what the history says. Only rows that differ are touched, so doing it to a sound register
 * changes nothing, and the service can go on meanwhile.
 * @returns how many rows the table has then
 */
export async function writeFlowByHistory(tx: Queryable): Promise<number> {
	tx.run(sql`delete from daily_flow where (assignment_id, on_day, status) in (
		with ${EXPECTED}, ${SURPLUS} select assignment_id, on_day, status from surplus)`);
	tx.run(sql`insert into daily_flow (${COLUMNS})
		with ${EXPECTED}, ${MISSING} select ${COLUMNS} from missing`);
	const [row] = tx.all<{ rows: number }>(sql`select count(*) as rows from daily_flow`);
	return row?.rows ?? 0;
}

interface DifferenceRow {
	readonly inspection: string;
	readonly number: number;
	readonly organisation: string;
	readonly missing: number;
	readonly surplus: number;
}

const COLUMNS = sql.raw(
	'inspection_id, on_day, assignment_id, status, change, recommendation_id, organisation_id'
);

/**
 * The last change of each assignment on each day, less where it stood at the end of the day before: not what
 * the trigger does, which looks at one day at a time, so that the one proves the other.
 */
const EXPECTED = sql.raw(`numbered as (
		select assignment_id, on_day, to_status,
			row_number() over (partition by assignment_id, on_day order by id desc) as back
		from status_change
	), day_end as (
		select assignment_id, on_day, to_status,
			lag(to_status) over (partition by assignment_id order by on_day) as prior
		from numbered where back = 1
	), moved as (
		select assignment_id, on_day, to_status as status, 1 as change
		from day_end where to_status is not prior
		union all
		select assignment_id, on_day, prior, -1
		from day_end where prior is not null and prior <> to_status
	), expected as (
		select a.inspection_id, moved.on_day, moved.assignment_id, moved.status, moved.change,
			a.recommendation_id, a.organisation_id
		from moved join assignment a on a.id = moved.assignment_id
	)`);

const MISSING = sql`missing as (
	select * from expected except select ${COLUMNS} from daily_flow)`;

const SURPLUS = sql`surplus as (
	select ${COLUMNS} from daily_flow except select * from expected)`;
