import type { PlainDate } from '#lib/domain/plain-date.ts';
import { sql, type SQL } from 'drizzle-orm';
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** A calendar day, 'YYYY-MM-DD'. */
export const day = (name: string) => text(name).$type<PlainDate>();

/** An instant in epoch milliseconds. */
export const instant = (name: string) => integer(name);

export const id = () => integer('id').primaryKey({ autoIncrement: true });

/** What happened, and when: `on_day` is the London day of `at`. */
export const happened = () => ({
	id: id(),
	at: instant('at').notNull(),
	onDay: day('on_day').notNull()
});

/** A closed list holds in the database too. The values are our own constants, never input. */
export function oneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
	const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(', '));
	return check(name, sql`${column} in (${list})`);
}
