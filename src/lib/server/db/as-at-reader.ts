import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Logger } from 'drizzle-orm/logger';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { changesOf, noteFacts } from './connection-facts.ts';
import { openKeptAnswers, type KeptAnswers } from './keep-answers.ts';
import type { Queryable } from './queryable.ts';
import { tablesAsAt } from './queries/as-at.ts';
import * as tables from './schema/tables.ts';

/** Days that are kept at hand: each has its own prepared queries and remembered answers. */
const KEPT = 40;

/** Answers of all these days together: each is put together from what was recorded, row by row. */
const ANSWERS = 200;

/** Statements of one day. */
const STATEMENTS = 100;

/**
 * A reader for which every table holds what it held at the end of a day. The queries are those of today: a
 * name in the WITH clause goes before the table of that name, so that nothing has to be asked twice over, once
 * of the present and once of the past, and the two cannot come to differ.
 */
export function readersAsAt(
	connection: Database.Database,
	logger: Logger
): (day: PlainDate) => Queryable {
	const readers = new Map<PlainDate, Queryable>();
	const answers = openKeptAnswers(connection, ANSWERS, changesOf(connection));
	return (day) => {
		const reader = readers.get(day) ?? openReader(connection, logger, day, answers);
		readers.delete(day);
		readers.set(day, reader);
		if (readers.size > KEPT) readers.delete(readers.keys().next().value!);
		return reader;
	};
}

function openReader(
	connection: Database.Database,
	logger: Logger,
	day: PlainDate,
	answers: KeptAnswers
): Queryable {
	const shadows = tablesAsAt(day);
	const statements = new Map<string, Database.Statement>();
	const prepare = (source: string) => {
		const known = statements.get(source);
		// The last to use it may have asked for rows as arrays.
		if (known) return known.raw(false);
		const worded = withShadows(source, shadows);
		const statement = connection.prepare(worded);
		// What does not read the past, such as the state of the register itself, is asked each time.
		if (worded === source) return statement;
		const keeping = answers.keep(statement, day);
		if (statements.size >= STATEMENTS) statements.clear();
		statements.set(source, keeping);
		return keeping;
	};
	const client = Object.create(connection, { prepare: { value: prepare } }) as Database.Database;
	const changes = changesOf(connection);
	noteFacts(client, { day, ...(changes && { changes }) });
	return drizzle(client, { schema: tables, logger });
}

/** Only the tables that the statement names are put before it. */
export function withShadows(statement: string, shadows: ReadonlyMap<string, string>): string {
	const source = statement.replaceAll(/"assignment" "(\w+)"/g, (found, alias: string) =>
		isOnlyNamed(statement, alias) ? `main.${found}` : found
	);
	const named = new Set([...source.matchAll(/"(\w+)"/g)].map(([, name]) => name!));
	const clauses = [...named].flatMap((name) => {
		const shadow = shadows.get(name);
		// A view in place of a table: conditions of the query reach the indexes below it.
		return shadow === undefined ? [] : [`"${name}" as not materialized (${shadow})`];
	});
	if (clauses.length === 0) return source;
	if (!/^\s*select\b/i.test(source)) throw new Error(`The past can only be read: ${source}`);
	return `with ${clauses.join(', ')} ${source}`;
}

const NAMING = ['id', 'inspection_id', 'recommendation_id', 'organisation_id'];

/**
 * Whether a second `assignment` of the statement, such as the one that is waited for, is only asked which it is.
 * That never changes; and what a left join needs would be worked out for every assignment of the register.
 */
function isOnlyNamed(statement: string, alias: string): boolean {
	const columns = [...statement.matchAll(new RegExp(`"${alias}"\\."(\\w+)"`, 'g'))];
	return columns.every(([, column]) => NAMING.includes(column!));
}
