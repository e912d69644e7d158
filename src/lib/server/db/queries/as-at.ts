import { endOfLondonDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import * as tables from '../schema/tables.ts';
import { assignmentAsAt } from './assignment-as-at.ts';

/**
 * What each table held at the end of a day, as a SELECT under the table's own name and columns. Days and
 * instants are written into the text: they are numbers and dates of our own making, never what somebody typed.
 * A table without a day of its own, such as an organisation's name, is read as it is.
 */
export function tablesAsAt(day: PlainDate): ReadonlyMap<string, string> {
	const at = String(endOfLondonDay(day));
	const shadows = new Map<string, string>();
	for (const { name, columns } of TABLES) {
		const shadow = shadowOf(name, columns, day, at);
		if (shadow) shadows.set(name, shadow);
	}
	return shadows.set('assignment', assignmentAsAt(day));
}

const TABLES = Object.values(tables)
	.filter((table) => is(table, SQLiteTable))
	.map((table) => getTableConfig(table as SQLiteTable))
	.map(({ name, columns }) => ({ name, columns: columns.map(({ name }: SQLiteColumn) => name) }));

/** What became of a row later: columns that stay empty until their day, or instant, has come. */
const LATER: Readonly<Record<string, { readonly when: string; readonly columns: string[] }>> = {
	evidence: {
		when: 'withdrawn_on',
		columns: ['withdrawn_at', 'withdrawn_on', 'withdrawn_by', 'withdrawn_reason']
	},
	handover: { when: 'accepted_at', columns: ['accepted_at', 'accepted_by', 'note'] },
	owed_update: { when: 'outcome_on', columns: ['outcome', 'outcome_on'] },
	person: { when: 'deactivated_at', columns: ['deactivated_at'] },
	reporting_period: { when: 'closed_at', columns: ['closed_at'] }
};

function shadowOf(
	name: string,
	columns: readonly string[],
	day: PlainDate,
	at: string
): string | null {
	const later = columns.includes('to_day') ? { when: 'to_day', columns: ['to_day'] } : LATER[name];
	const began = beganBy(columns, day, at);
	if (!later && !began) return null;
	const then = later && `${later.when} <= ${later.when.endsWith('_at') ? at : `'${day}'`}`;
	const shown = columns.map((column) =>
		later?.columns.includes(column)
			? `case when ${then} then "${column}" end as "${column}"`
			: `"${column}"`
	);
	return `select ${shown.join(', ')} from main."${name}"${began ? ` where ${began}` : ''}`;
}

/** The row had been written by then. */
function beganBy(columns: readonly string[], day: PlainDate, at: string): string | null {
	if (columns.includes('on_day')) return `on_day <= '${day}'`;
	if (columns.includes('from_day')) return `from_day <= '${day}'`;
	return columns.includes('at') ? `at <= ${at}` : null;
}
