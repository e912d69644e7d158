import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { rawConnection, rowsOf, type Row } from '../../../../tests/support/database.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { CHAIN_START } from '#lib/domain/audit-entry.ts';
import { record } from './record.ts';
import { verifyChain } from './verify.ts';

const ENTRIES = 7;

let app: TestApp;
let raw: Database.Database;

beforeEach(async () => {
	app = openTestApp();
	await fill(ENTRIES);
	raw = rawConnection(app);
	raw.exec('drop trigger audit_entry_no_update; drop trigger audit_entry_no_delete');
});

test('an untouched trail verifies, and says how long it is and where it ends', async () => {
	expect(await verifyChain(app.db.read)).toEqual({
		entries: ENTRIES,
		head: rowsOf(app, 'audit_entry').at(-1)?.hash,
		brokenAt: null
	});
});

test('an empty trail verifies', async () => {
	expect(await verifyChain(openTestApp().db.read)).toEqual({
		entries: 0,
		head: CHAIN_START,
		brokenAt: null
	});
});

test('a trail of more than one batch verifies, and is still read to its last entry', async () => {
	await fill(2_100);
	expect(await verifyChain(app.db.read)).toMatchObject({
		entries: ENTRIES + 2_100,
		brokenAt: null
	});
	raw.exec(`update audit_entry set actor_name = 'Nobody' where sequence = ${ENTRIES + 2_100}`);
	expect((await verifyChain(app.db.read)).brokenAt).toBe(ENTRIES + 2_100);
});

describe('a change behind the back of the service is found where it is', () => {
	const columns = [
		'at',
		'on_day',
		'action',
		'actor_id',
		'actor_name',
		'assignment_id',
		'organisation_id',
		'particulars',
		'sentence',
		'previous_hash',
		'hash'
	];

	test('these are all the columns that the trail has', () => {
		expect(Object.keys(rowsOf(app, 'audit_entry')[0] ?? {})).toEqual(['sequence', ...columns]);
	});

	test.each(columns)('in %s, whichever the entry', async (column) => {
		for (const row of rowsOf(app, 'audit_entry')) {
			const sequence = row.sequence as number;
			for (const value of otherValues(column, row)) {
				set(column, value, sequence);
				const check = await verifyChain(app.db.read);
				expect(check, `${column} = ${String(value)}`).toMatchObject({
					brokenAt: sequence,
					entries: sequence - 1
				});
			}
			set(column, row[column], sequence);
		}
		expect((await verifyChain(app.db.read)).brokenAt).toBeNull();
	});

	test('in particulars that say nothing', async () => {
		const empty = { action: 'session.sign-in', actor: null, particulars: {} };
		await app.db.write((tx) => record(tx, { ...empty, moment: momentOf(app.clock) }));
		for (const value of ['[]', '0', 'true', '""', 'null', '{ }']) {
			set('particulars', value, ENTRIES + 1);
			expect((await verifyChain(app.db.read)).brokenAt, value).toBe(ENTRIES + 1);
		}
		set('particulars', '{}', ENTRIES + 1);
		expect((await verifyChain(app.db.read)).brokenAt).toBeNull();
	});

	test.each([1, 4, ENTRIES])('in the sequence number of entry %i', async (sequence) => {
		for (const other of [0, -3, ENTRIES + 1]) {
			raw.exec(`update audit_entry set sequence = ${other} where sequence = ${sequence}`);
			expect((await verifyChain(app.db.read)).brokenAt).not.toBeNull();
			raw.exec(`update audit_entry set sequence = ${sequence} where sequence = ${other}`);
		}
		expect((await verifyChain(app.db.read)).brokenAt).toBeNull();
	});

	test('in the order of two entries', async () => {
		raw.exec(`update audit_entry set sequence = -1 where sequence = 3`);
		raw.exec(`update audit_entry set sequence = 3 where sequence = 4`);
		raw.exec(`update audit_entry set sequence = 4 where sequence = -1`);
		expect((await verifyChain(app.db.read)).brokenAt).toBe(3);
	});
});

describe('an entry that is missing', () => {
	test.each([1, 2, ENTRIES - 1])('is found at the one after it: %i', async (sequence) => {
		raw.exec(`delete from audit_entry where sequence = ${sequence}`);
		expect((await verifyChain(app.db.read)).brokenAt).toBe(sequence + 1);
	});

	test('from the middle is found even when the rest is numbered anew', async () => {
		raw.exec('delete from audit_entry where sequence = 3');
		raw.exec('update audit_entry set sequence = sequence - 1 where sequence > 3');
		expect((await verifyChain(app.db.read)).brokenAt).toBe(3);
	});

	test('from the end shows against the head and the length that somebody noted before', async () => {
		const noted = await verifyChain(app.db.read);
		raw.exec(`delete from audit_entry where sequence = ${ENTRIES}`);
		const check = await verifyChain(app.db.read);
		expect(check.entries).toBe(noted.entries - 1);
		expect(check.head).not.toBe(noted.head);
	});
});

test.each([-5, 0, ENTRIES + 1])('an entry that is slipped in as number %i is found', async (at) => {
	raw.exec(
		`insert into audit_entry select ${at}, at, on_day, action, actor_id, actor_name, assignment_id,
		organisation_id, particulars, sentence, previous_hash, hash from audit_entry where sequence = 2`
	);
	expect((await verifyChain(app.db.read)).brokenAt).toBe(at);
});

async function fill(howMany: number): Promise<void> {
	await app.db.write(async (tx) => {
		for (let index = 1; index <= howMany; index += 1) {
			await record(tx, {
				action: 'assignment.start',
				actor: index % 3 === 0 ? null : { personId: index, name: `Person ${index}` },
				moment: momentOf(app.clock),
				...(index % 2 === 0 ? { assignmentId: index, organisationId: index } : {}),
				particulars: { reference: `OIC-${index}`, organisation: 'Kent Police', count: index }
			});
		}
	});
}

/** Values that the column could be changed to, and that it does not hold. */
function otherValues(column: string, row: Row): unknown[] {
	const value = row[column];
	if (column === 'particulars') {
		const text = String(value);
		return [
			text.replace('Kent', 'Essex'),
			'{}',
			'no JSON',
			'null',
			'[]',
			`${text} `,
			text.replace('{', '{"count":99,'),
			text.replace('}', ',"more":1}')
		];
	}
	if (column.endsWith('_id')) return value === null ? [1] : [null, Number(value) + 1];
	if (typeof value === 'number') return [value + 1, 0, -value];
	return ['', `${String(value)} `, String(value).slice(1), 'another'];
}

function set(column: string, value: unknown, sequence: number): void {
	raw.prepare(`update audit_entry set ${column} = ? where sequence = ?`).run(value, sequence);
}
