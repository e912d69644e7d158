import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from './schema/tables.ts';

/**
 * Tables of which nothing is counted that is remembered by recommendation: who is signed in, what is written but
 * not sent, what was sent, and the trail. Every other table is watched, also one that is added later.
 */
export const NEVER_COUNTED: readonly string[] = [
	...['session', 'throttle', 'one_time_link', 'personal_token', 'saved_view', 'setting'],
	...['draft', 'submission', 'outbox', 'job_run', 'audit_entry', 'receipt', 'stored_file'],
	...['comment', 'mention', 'board_pack', 'board_pack_comment', 'board_pack_issue'],
	...['wording_load', 'wording_load_item', 'addressee_phrase'],
	...['workbook_download', 'workbook_return', 'workbook_change']
];

/** Later than every day: a change that no past day shows. */
const NEVER = '9999-12-31';

/** Temporary triggers that note in `noted_change` what is written to each table. */
export function watchTriggers(): string[] {
	return TABLES.filter(({ name }) => !NEVER_COUNTED.includes(name)).flatMap(({ name, columns }) => [
		trigger(name, 'insert', [note('NEW', name, columns)]),
		trigger(name, 'update', updateNotes(name, columns)),
		trigger(name, 'delete', [note('OLD', name, columns)])
	]);
}

const TABLES = Object.values(tables)
	.filter((table) => is(table, SQLiteTable))
	.map((table) => getTableConfig(table as SQLiteTable))
	.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));

function trigger(table: string, event: string, notes: readonly string[]): string {
	return `create temp trigger "noted_${table}_${event}" after ${event} on main."${table}"
	begin ${notes.join(' ')} end`;
}

/**
 * Of an assignment's row the past shows only what `assignment-as-at` takes from it: the rest follows from records
 * that are noted by themselves. Any other row tells something else of all days once it is changed.
 */
function updateNotes(name: string, columns: readonly string[]): string[] {
	if (name !== 'assignment')
		return [note('OLD', name, columns, `''`), note('NEW', name, columns, `''`)];
	const lasting = [
		'recommendation_id',
		'organisation_id',
		'inspection_id',
		'allocated_on',
		'capacity'
	];
	const isOther = lasting.map((column) => `NEW.${column} is not OLD.${column}`).join(' or ');
	const day = `case when ${isOther} then '' else '${NEVER}' end`;
	return [note('OLD', name, columns, day), note('NEW', name, columns, day)];
}

function note(
	row: 'NEW' | 'OLD',
	table: string,
	columns: readonly string[],
	day = columns.includes('on_day') ? `${row}.on_day` : `''`
): string {
	return `insert into noted_change values (${recommendationOf(row, table, columns)}, ${day});`;
}

function recommendationOf(row: string, table: string, columns: readonly string[]): string {
	// What is told of the recommendation itself stands beside every count of it.
	if (table === 'recommendation') return 'null';
	if (columns.includes('recommendation_id')) return `${row}.recommendation_id`;
	if (!columns.includes('assignment_id')) return 'null';
	return `(select recommendation_id from assignment where id = ${row}.assignment_id)`;
}
