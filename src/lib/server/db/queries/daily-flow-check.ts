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

/** Assignments whose ids lie between two, both included. */
export interface AssignmentSpan {
	readonly from: number;
	readonly to: number;
}

const ALL: AssignmentSpan = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** All assignments in spans of so many, in the order of their ids. */
export async function assignmentSpans(db: Queryable, many: number): Promise<AssignmentSpan[]> {
	return db.all<AssignmentSpan>(sql`select min(id) as "from", max(id) as "to" from (
		select id, (row_number() over (order by id) - 1) / ${sql.raw(String(many))} as span from assignment)
		group by span order by span`);
}

/** Works the daily flow out again from the history and compares: one statement over both, nothing changed. */
export async function findFlowDifference(
	db: Queryable,
	span: AssignmentSpan = ALL
): Promise<FlowDifference> {
	const rows = db.all<DifferenceRow>(sql`with ${expected(span)}, ${missing(span)}, ${surplus(span)}
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

/** Makes the table what the history says of these assignments. Only rows that differ are touched. */
export async function writeFlowByHistory(tx: Queryable, span: AssignmentSpan): Promise<void> {
	tx.run(sql`delete from daily_flow where (assignment_id, on_day, status) in (
		with ${expected(span)}, ${surplus(span)} select assignment_id, on_day, status from surplus)`);
	tx.run(sql`insert into daily_flow (${COLUMNS})
		with ${expected(span)}, ${missing(span)} select ${COLUMNS} from missing`);
}

export async function countFlowRows(db: Queryable): Promise<number> {
	const [row] = db.all<{ rows: number }>(sql`select count(*) as rows from daily_flow`);
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
function expected(span: AssignmentSpan) {
	return sql`numbered as (
		select assignment_id, on_day, to_status,
			row_number() over (partition by assignment_id, on_day order by id desc) as back
		from status_change where ${within(span)}
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
	)`;
}

function missing(span: AssignmentSpan) {
	return sql`missing as (
		select * from expected except select ${COLUMNS} from daily_flow where ${within(span)})`;
}

function surplus(span: AssignmentSpan) {
	return sql`surplus as (
		select ${COLUMNS} from daily_flow where ${within(span)} except select * from expected)`;
}

/** Written into the statement: a number that is bound arrives as a fraction. */
function within({ from, to }: AssignmentSpan) {
	return sql.raw(`assignment_id between ${from} and ${to}`);
}
