import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOpen, MOVES } from '#lib/domain/status.ts';
import { slippageOf } from '#lib/domain/slippage.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { verifyChain } from '#lib/server/audit/verify.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { buildRegister } from '../bench/large-register.ts';
import { selectEverything, type Row } from '../support/database.ts';

// What the bench measures on has to be a register that the services could have made.

const SIZE = { inspections: 3, recommendations: 4, bodies: 12, historyRows: 6000 };
const ASSIGNMENTS = 3 * 4 * 12;
const HISTORY = [
	'status_change',
	'progress_update',
	'deadline_revision',
	'acceptance_change',
	'owner_change',
	'evidence',
	'waiting',
	'waiting_end',
	'audit_entry'
];

let folder: string;
let file: string;
let connection: Database.Database;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'tracker-large-'));
	file = join(folder, 'one.db');
	buildRegister(file, SIZE);
	connection = new Database(file, { readonly: true });
});

afterAll(() => {
	connection.close();
	rmSync(folder, { recursive: true, force: true });
});

const all = (sql: string) => connection.prepare<[], Row>(sql).all();
const number = (sql: string) => connection.prepare<[], number>(sql).pluck().get()!;

test('has every assignment, and as much history as was asked for', () => {
	expect(number('select count(*) from assignment')).toBe(ASSIGNMENTS);
	const rows = HISTORY.map((table) => number(`select count(*) from ${table}`));
	expect(Math.min(...rows)).toBeGreaterThan(0);
	const sum = rows.reduce((a, b) => a + b);
	expect(sum - SIZE.historyRows).toBeGreaterThanOrEqual(0);
	expect(sum - SIZE.historyRows).toBeLessThanOrEqual(1);
	expect(number('select count(distinct status) from assignment')).toBeGreaterThan(4);
});

test('its trail verifies from the first entry to the last', async () => {
	const db = openDatabase(file);
	const check = await verifyChain(db.read);
	db.close();
	expect(check.brokenAt).toBeNull();
	expect(check.entries).toBe(number('select count(*) from audit_entry'));
	expect(
		all(
			'select 1 from audit_entry a join audit_entry b on b.sequence = a.sequence + 1 and b.at < a.at'
		)
	).toEqual([]);
});

test('every status follows from the one before by a move of the table', () => {
	const changes = all('select * from status_change order by assignment_id, at, id');
	const current = new Map<unknown, unknown>();
	for (const change of changes) {
		const before = current.get(change.assignment_id) ?? null;
		expect(change.from_status).toBe(before);
		if (change.verb !== 'allocate') {
			const move = MOVES.find(({ verb }) => verb === change.verb);
			expect(move?.from).toContain(before);
			expect(change.to_status).toBe(move?.to);
		}
		current.set(change.assignment_id, change.to_status);
	}
	expect(current.size).toBe(ASSIGNMENTS);
});

test('nobody decides their own claim, and nothing is claimed without evidence', () => {
	const decided = `select s.id from status_change s join status_change c on c.id = (
		select max(id) from status_change where assignment_id = s.assignment_id
			and verb = 'report-complete' and id < s.id)
		where s.verb in ('confirm', 'return') and s.actor_id = c.actor_id`;
	expect(all(decided)).toEqual([]);
	const bare = `select id from status_change s where verb = 'report-complete' and not exists (
		select 1 from evidence e where e.assignment_id = s.assignment_id and e.at < s.at)`;
	expect(all(bare)).toEqual([]);
});

test('has what the inspectorate and the boards do with it, in the order in which it can be done', () => {
	const decisions = number(
		"select count(*) from status_change where verb in ('confirm', 'return')"
	);
	expect(number('select count(*) from claim_review')).toBe(decisions);
	expect(number('select count(*) from criterion_finding')).toBe(3 * decisions);
	expect(number('select count(*) from criterion')).toBe(3 * 3 * 4);
	const odd = `select r.id from claim_review r join status_change c on c.id = r.claim_id
		where c.verb <> 'report-complete' or c.assignment_id <> r.assignment_id or c.at >= r.at
			or c.actor_id = r.actor_id`;
	expect(all(odd)).toEqual([]);
	for (const table of [
		'sample_outcome',
		'board_pack_issue',
		'exemption_request',
		'wording_load_item'
	]) {
		expect(number(`select count(*) from ${table}`), table).toBeGreaterThan(0);
	}
	expect(all('select id from wording_load where outcome is null')).toHaveLength(1);
	expect(number('select count(*) from workbook_return')).toBe(12);
});

test('how each assignment stands is what its history says', () => {
	const latest = (table: string, id: unknown) =>
		all(`select * from ${table} where assignment_id = ${Number(id)} order by at desc, id desc`);
	for (const standing of all('select * from assignment')) {
		const [status] = latest('status_change', standing.id);
		const revisions = latest('deadline_revision', standing.id).reverse();
		const slippage = slippageOf(
			revisions.map((row) => ({ lastDay: row.last_day as PlainDate | null }))
		);
		const updates = latest('progress_update', standing.id);
		const claims = latest('status_change', standing.id).filter(
			(row) => row.to_status === 'reported-complete'
		);
		const reported = [...updates, ...claims].map((row) => row.on_day);
		const waits = [...latest('waiting', standing.id), ...latest('waiting_end', standing.id)];
		// Work that begins with an update is one change of the page, not two.
		const moves = latest('status_change', standing.id).filter(
			(row) => row.verb !== 'allocate' && !updates.some((update) => update.at === row.at)
		);
		const isClaimed = status!.to_status === 'reported-complete';
		expect(standing).toMatchObject({
			status: status!.to_status,
			status_on: status!.on_day,
			claimed_on: isClaimed ? status!.on_day : null,
			claimed_by: isClaimed ? status!.actor_id : null,
			acceptance: latest('acceptance_change', standing.id)[0]?.acceptance ?? 'not-recorded',
			owner_post_id: latest('owner_change', standing.id)[0]?.post_id ?? null,
			original_due_on: slippage?.originalDueOn ?? null,
			current_due_on: slippage?.currentDueOn ?? null,
			deadline_moves: slippage?.moves ?? 0,
			last_reported_on: reported.sort().at(-1) ?? null,
			version:
				1 +
				moves.length +
				revisions.length +
				waits.length +
				updates.length +
				latest('acceptance_change', standing.id).length +
				latest('owner_change', standing.id).length
		});
	}
});

test('updates are given only while the assignment is open', () => {
	const given = all(`select (select to_status from status_change s
		where s.assignment_id = u.assignment_id and s.at <= u.at order by s.id desc limit 1) as status
		from progress_update u`);
	expect(given.every(({ status }) => isOpen(status as never))).toBe(true);
});

test('is the same, row for row, whenever it is built', () => {
	const again = join(folder, 'two.db');
	buildRegister(again, SIZE);
	expect(contentOf(again)).toEqual(contentOf(file));
});

function contentOf(path: string): Map<string, string> {
	const opened = new Database(path, { readonly: true });
	const content = [...selectEverything(opened)].map(([table, rows]): [string, string] => [
		table,
		createHash('sha256').update(JSON.stringify(rows)).digest('hex')
	]);
	opened.close();
	return new Map(content);
}
