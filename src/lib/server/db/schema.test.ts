import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { ROLES } from '#lib/domain/actor.ts';
import { DEADLINE_KINDS, DEADLINE_SETTERS } from '#lib/domain/deadline.ts';
import { EVIDENCE_KINDS, HELD_MARKINGS } from '#lib/domain/evidence.ts';
import { CAPACITIES, ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import type Database from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { rawConnection, tableNames } from '../../../../tests/support/database.ts';
import { closedList, columnsOf, foreignKeysOf } from '../../../../tests/support/fill-tables.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import * as tables from './schema/tables.ts';

let raw: Database.Database;

beforeEach(() => {
	raw = rawConnection(openTestApp());
});

test('every table is strict', () => {
	const lax = raw
		.prepare(`select name from pragma_table_list where schema = 'main' and strict = 0`)
		.pluck()
		.all();
	const ours = new Set(tableNames(raw));
	expect(lax.filter((name) => ours.has(String(name)))).toEqual([]);
});

test('the migrations make the tables, columns and indexes that the schema names, and no others', () => {
	const configs = Object.values(tables as unknown as Record<string, SQLiteTable>).map(
		getTableConfig
	);
	expect(tableNames(raw)).toEqual(configs.map(({ name }) => name).sort());
	for (const { name, columns, indexes } of configs) {
		expect(
			columnsOf(raw, name).map((column) => [column.name, column.notnull === 1 || column.pk > 0])
		).toEqual(columns.map((column) => [column.name, column.notNull || column.primary]));
		const made = raw.prepare(`select name from pragma_index_list(?) where origin = 'c'`);
		expect(made.pluck().all(name)).toEqual(
			expect.arrayContaining(indexes.map((index) => index.config.name))
		);
	}
});

describe('the database holds a closed list to exactly what the domain says', () => {
	test.each([
		['assignment', 'status', ASSIGNMENT_STATUSES],
		['assignment', 'capacity', CAPACITIES],
		['assignment', 'acceptance', ACCEPTANCES],
		['status_change', 'to_status', ASSIGNMENT_STATUSES],
		['deadline_revision', 'kind', DEADLINE_KINDS],
		['deadline_revision', 'set_by', DEADLINE_SETTERS],
		['evidence', 'kind', EVIDENCE_KINDS],
		['evidence', 'marking', HELD_MARKINGS],
		['organisation', 'kind', ORGANISATION_KINDS],
		['person_role', 'role', ROLES]
	] as const)('%s.%s', (table, column, values) => {
		expect(closedList(raw, table, column)).toEqual(values);
	});

	test('and these are all that it holds', () => {
		const checks = tableNames(raw).flatMap((table) =>
			columnsOf(raw, table).filter(({ name }) => closedList(raw, table, name) !== null)
		);
		expect(checks).toHaveLength(10);
	});
});

describe('foreign keys', () => {
	/** Who did it: shown beside a row that was found another way, never what a list begins with. */
	const NEVER_LISTED_BY = [
		'acceptance_change.actor_id',
		'assignment.claimed_by',
		'assignment.owner_post_id',
		'deadline_revision.actor_id',
		'deadline_revision.asked_by',
		'evidence.added_by',
		'evidence.withdrawn_by',
		'one_time_link.created_by',
		'one_time_link.person_id',
		'organisation.regional_unit_id',
		'organisation.successor_id',
		'owner_change.actor_id',
		'owner_change.post_id',
		'progress_update.actor_id',
		'recommendation_wording.checked_by',
		'recommendation_wording.loaded_by',
		'status_change.actor_id',
		'submission.person_id',
		'waiting.actor_id',
		'waiting_end.actor_id',
		'waiting_end.assignment_id'
	];

	test('that lists begin with have an index that begins with them', () => {
		const without = tableNames(raw).flatMap((table) => {
			const leading = leadingColumns(table);
			return foreignKeysOf(raw, table)
				.filter(({ from }) => !leading.includes(from))
				.map(({ from }) => `${table}.${from}`);
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
