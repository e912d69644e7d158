import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import Database from 'better-sqlite3';
import { getTableConfig, SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { tableNames } from '../../../../tests/support/database.ts';
import { columnsOf, fillTables, foreignKeysOf } from '../../../../tests/support/fill-tables.ts';
import { migrateDatabase } from './migrate.ts';
import * as tables from './schema/tables.ts';

const CONFIGS = Object.values(tables as unknown as Record<string, SQLiteTable>).map(getTableConfig);

/** A register as the migrations make it. */
const raw = new Database(':memory:');
migrateDatabase(raw);

test('every table is strict', () => {
	const lax = raw
		.prepare(`select name from pragma_table_list where schema = 'main' and strict = 0`)
		.pluck()
		.all();
	const ours = new Set(tableNames(raw));
	expect(lax.filter((name) => ours.has(String(name)))).toEqual([]);
});

describe.each(CONFIGS)('$name', ({ name, columns, indexes, checks }) => {
	test('has the columns and indexes that the schema names, and no other columns', () => {
		const isFilled = (notNull: boolean) => (notNull ? 'filled' : 'may be empty');
		expect(
			columnsOf(raw, name)
				.map((column) => `${column.name}: ${isFilled(column.notnull === 1 || column.pk > 0)}`)
				.sort()
		).toEqual(
			columns
				.map((column) => `${column.name}: ${isFilled(column.notNull || column.primary)}`)
				.sort()
		);
		const made = raw.prepare(`select name from pragma_index_list(?) where origin = 'c'`);
		const unique = columns.flatMap((column) => (column.isUnique ? [column.uniqueName] : []));
		expect(made.pluck().all(name).sort()).toEqual(
			[...indexes.map((index) => index.config.name), ...unique].sort()
		);
	});

	test('holds its closed lists to what the domain says now', () => {
		const dialect = new SQLiteSyncDialect();
		const asked = checks.map(
			(check) => `CONSTRAINT "${check.name}" CHECK(${dialect.sqlToQuery(check.value).sql})`
		);
		const stored = raw.prepare('select sql from sqlite_master where name = ?').pluck().get(name);
		expect([...String(stored).matchAll(/CONSTRAINT "\w+" CHECK\([^)]*\)\)/g)].join('\n')).toBe(
			asked.join('\n')
		);
	});
});

test('there are these tables, and no others', () => {
	expect(tableNames(raw)).toEqual(CONFIGS.map(({ name }) => name).sort());
});

test('a status that the domain does not know is refused by the database', () => {
	const connection = new Database(raw.serialize());
	fillTables(connection, 1);
	for (const status of ASSIGNMENT_STATUSES) {
		connection.prepare('update assignment set status = ?').run(status);
	}
	const nearly = `update assignment set status = 'nearly-done'`;
	expect(() => connection.exec(nearly)).toThrow('CHECK');
	connection.close();
});

describe('foreign keys', () => {
	/** Who did it: shown beside a row that was found another way. */
	const SAYS_WHO = /\.(actor_id|author_id|\w+_by)$/;
	/** Nor does any list begin with these. One that begins to needs an index, and is taken out here. */
	const NEVER_LISTED_BY = [
		'claim_link.criterion_id',
		'claim_link.part_id',
		'countersignature.assignment_id',
		'criterion_finding.criterion_id',
		'handover.from_holder_id',
		'one_time_link.person_id',
		'organisation.regional_unit_id',
		'organisation.successor_id',
		'owner_change.post_id',
		'recheck.confirmation_id',
		'reviewer_change.reviewer_id',
		'sample_draw.recommendation_id',
		'section55_position.recommendation_id',
		'section55_response.organisation_id',
		'submission.person_id',
		'waiting_end.assignment_id',
		'workbook_download.inspection_id'
	];

	test('that lists begin with have an index that begins with them', () => {
		const without = tableNames(raw).flatMap((table) => {
			const leading = leadingColumns(table);
			return foreignKeysOf(raw, table)
				.filter(({ from }) => !leading.includes(from))
				.map(({ from }) => `${table}.${from}`)
				.filter((column) => !SAYS_WHO.test(column));
		});
		expect(without.sort()).toEqual(NEVER_LISTED_BY);
	});

	test('never take a row along: nothing cascades', () => {
		const actions = tableNames(raw).flatMap((table) =>
			(raw.pragma(`foreign_key_list("${table}")`) as Record<string, string>[]).flatMap((key) => [
				key.on_delete,
				key.on_update
			])
		);
		expect(new Set(actions)).toEqual(new Set(['NO ACTION']));
	});
});

function leadingColumns(table: string): unknown[] {
	return raw
		.prepare(
			`select info.name from pragma_index_list(?) list, pragma_index_info(list.name) info where info.seqno = 0`
		)
		.pluck()
		.all(table);
}
