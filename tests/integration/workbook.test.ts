import { read, type WorkBook } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import { bringWorkbook } from '#lib/server/bring-workbook.ts';
import { acceptChanges, refuseChanges } from '#lib/server/exchange/workbook/accept-change.ts';
import { workbookProblemLine } from '#lib/server/exchange/workbook/workbook-problem.ts';
import { readWorkbookReturn, readWorkbookReturns } from '#lib/server/reads/workbook-return.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { keepWorkbookReturns } from '#lib/server/services/workbooks.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../support/assignment-facts.ts';
import { databaseImage, rawConnection, rowsOf } from '../support/database.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { openScene, stage, type Scene, type Staged } from '../support/scene.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../support/test-app.ts';
import { bytesOf, fill, takeWorkbook } from '../support/workbook-files.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress', 7);
});

// Columns of the sheet Assignments and Actions, as the person who fills them in sees them.
const UPDATE = 'H';
const CONFIDENCE = 'I';
const MILESTONE = 'J';
const MILESTONE_ON = 'K';
const ASKED = 'L';
const REASON_KIND = 'M';
const REASON = 'N';
const DONE = 'G';

describe.each(['xlsx', 'ods'] as const)('a workbook that comes back as %s', (format) => {
	test('untouched asks for nothing', async () => {
		const bytes = await take(lead, format);
		expect(await problems(bytes)).toEqual(['kent.xlsx: Nothing is filled in']);
	});

	test('is compared, accepted and carried out like the forms of the pages', async () => {
		const book = read(await take(lead, format));
		fill(book, 'Assignments', `${UPDATE}4`, 'Trained 40 people.\nMore to come.');
		fill(book, 'Assignments', `${CONFIDENCE}4`, 'delivery probable');
		fill(book, 'Assignments', `${MILESTONE}4`, '=Audit');
		fill(book, 'Assignments', `${MILESTONE_ON}4`, '30/04/2026');
		fill(book, 'Actions', `${DONE}4`, TEST_DAY);
		const key = await bring(lead, book, format);
		const { changes } = await readWorkbookReturn(app, lead, key);
		expect(changes.map(({ kind, isConflict }) => [kind, isConflict])).toEqual([
			['update', false],
			['action', false]
		]);
		const before = databaseImage(app);
		await readWorkbookReturns(app, scene.people.inspector);
		expect(databaseImage(app)).toBe(before);
		expect(await accept(key)).toEqual({ accepted: 2, notTaken: [] });
		expect(rowsOf(app, 'progress_update').at(-1)).toMatchObject({
			narrative: 'Trained 40 people.\nMore to come.',
			confidence: 'probable',
			next_milestone: '=Audit',
			next_milestone_on: '2026-04-30'
		});
		expect(rowsOf(app, 'action').at(-1)).toMatchObject({ state: 'done', done_on: TEST_DAY });
		expect(rowsOf(app, 'workbook_return').at(-1)?.['closed_at']).not.toBeNull();
		const updates = rowsOf(app, 'progress_update').length;
		expect(await accept(key)).toEqual({ accepted: 0, notTaken: [] });
		expect(rowsOf(app, 'progress_update')).toHaveLength(updates);
	});
});

test('an update and a request of one row are both taken; what a form refuses stays open and says why', async () => {
	rawConnection(app)
		.prepare('update assignment set original_due_on = ?, current_due_on = ? where id = ?')
		.run('2026-06-30', '2026-06-30', staged.id);
	const book = read(await take(lead));
	fill(book, 'Assignments', `${UPDATE}4`, 'The supplier is late.');
	fill(book, 'Assignments', `${ASKED}4`, '31 August 2026');
	fill(book, 'Assignments', `${REASON_KIND}4`, 'Buying or delivery');
	fill(book, 'Assignments', `${REASON}4`, 'Delivery is in July.');
	const key = await bring(lead, book);
	expect(await accept(key)).toEqual({ accepted: 2, notTaken: [] });
	expect(rowsOf(app, 'extension_request').at(-1)).toMatchObject({
		asked_due_on: '2026-08-31',
		reason_code: 'procurement'
	});
	const again = read(await take(lead));
	fill(again, 'Assignments', `${ASKED}4`, '30 September 2026');
	fill(again, 'Assignments', `${REASON_KIND}4`, 'Buying or delivery');
	fill(again, 'Assignments', `${REASON}4`, 'Again.');
	const second = await bring(lead, again);
	expect(await accept(second)).toMatchObject({ accepted: 0, notTaken: [{ position: 1 }] });
	const [change] = (await readWorkbookReturn(app, lead, second)).changes;
	expect(change).toMatchObject({ decision: null, refusal: expect.any(String) });
	await refuseChanges(app, lead, second, [1]);
	expect((await readWorkbookReturn(app, lead, second)).changes[0]).toMatchObject({
		decision: 'refused'
	});
});

test('what somebody changed meanwhile is shown, and not overtaken unseen', async () => {
	const book = read(await take(lead));
	fill(book, 'Assignments', `${UPDATE}4`, 'From the workbook.');
	const key = await bring(lead, book);
	const [seen] = (await readWorkbookReturn(app, lead, key)).changes;
	const stamp = { version: Number(seen!.now!['version']), submissionKey: aKey() };
	await addUpdate(app, lead, staged, { narrative: 'From the page.', ...stamp });
	const chosen = [{ position: 1, version: stamp.version }];
	const before = REGISTER.map((table) => rowsOf(app, table));
	expect(await acceptChanges(app, lead, key, chosen)).toMatchObject({
		accepted: 0,
		notTaken: [{ code: 'stale' }]
	});
	expect(REGISTER.map((table) => rowsOf(app, table))).toEqual(before);
	const [change] = (await readWorkbookReturn(app, lead, key)).changes;
	expect(change).toMatchObject({ isConflict: true, now: { latest: 'From the page.' } });
	expect(change?.changed).toContain('latest');
	expect(await accept(key)).toMatchObject({ accepted: 1 });
});

/** What a workbook can change, and what tells of it. */
const REGISTER = ['assignment', 'progress_update', 'status_change', 'action', 'audit_entry'];

test('what is longer than a page is shown in pages, and what waits comes first', async () => {
	for (let number = 100; number < 132; number += 1) await stage(app, scene, 'in-progress', number);
	const book = read(await take(lead));
	for (let row = 4; row < 36; row += 1) fill(book, 'Assignments', `${UPDATE}${row}`, `Row ${row}.`);
	const key = await bring(lead, book);
	const first = await readWorkbookReturn(app, lead, key);
	expect(first).toMatchObject({ total: 32, waiting: 32, page: 1, pages: 2 });
	expect(first.changes).toHaveLength(30);
	await refuseChanges(
		...([app, lead, key] as const),
		first.changes.map(({ position }) => position)
	);
	const left = await readWorkbookReturn(app, lead, key);
	expect(left.waiting).toBe(2);
	expect(left.changes.map(({ position }) => position).slice(0, 3)).toEqual([31, 32, 1]);
	const last = await readWorkbookReturn(app, lead, key, 9);
	expect(last).toMatchObject({ page: 2, changes: [{ position: 29 }, { position: 30 }] });
});

test('the same upload sent twice is kept once, and the second leaves no trace', async () => {
	const book = read(await take(lead));
	fill(book, 'Assignments', `${UPDATE}4`, 'Once.');
	const [one, other] = [await brought(lead, book), await brought(lead, book)];
	const submissionKey = aKey();
	await keepWorkbookReturns(app, lead, submissionKey, [one]);
	const before = databaseImage(app);
	const again = keepWorkbookReturns(app, lead, submissionKey, [other]);
	await expect(again).rejects.toMatchObject({ code: 'already-submitted' });
	expect(databaseImage(app)).toBe(before);
});

test('one workbook of another body among several keeps none of them', async () => {
	const own = read(await take(lead));
	fill(own, 'Assignments', `${UPDATE}4`, 'Ours.');
	const ours = await brought(lead, own);
	await stage(app, scene, 'in-progress', 8, scene.essex);
	const foreignLead = scene.people['foreign lead'];
	const foreign = read(await takeWorkbook(app, foreignLead, 'xlsx', 'ESSEX'));
	fill(foreign, 'Assignments', `${UPDATE}4`, 'Theirs.');
	const theirs = await brought(foreignLead, foreign);
	const before = databaseImage(app);
	const not = { code: 'not-found' };
	await expect(brought(lead, foreign)).rejects.toMatchObject(not);
	const both = keepWorkbookReturns(app, lead, aKey(), [ours, theirs]);
	await expect(both).rejects.toMatchObject(not);
	expect(databaseImage(app)).toBe(before);
});

describe('whose it is', () => {
	test('only who gives updates for the body takes its workbook', async () => {
		for (const role of ['inspector', 'own observer', 'national observer'] as const) {
			const taking = take(scene.people[role]);
			await expect(taking, role).rejects.toMatchObject({ code: 'not-allowed' });
		}
		for (const role of ['foreign lead', 'administrator', 'nobody'] as const) {
			await expect(take(scene.people[role]), role).rejects.toMatchObject({ code: 'not-found' });
		}
	});

	test('an inspector brings it and compares, and its own people accept', async () => {
		const { inspector, 'own contributor': contributor } = scene.people;
		const book = read(await take(lead));
		fill(book, 'Assignments', `${UPDATE}4`, 'By mail.');
		const key = await bring(inspector, book);
		expect(await readWorkbookReturn(app, inspector, key)).toMatchObject({ mayDecide: false });
		const before = rowsOf(app, 'progress_update').length;
		await expect(accept(key, inspector)).rejects.toMatchObject({ code: 'not-allowed' });
		expect(rowsOf(app, 'progress_update')).toHaveLength(before);
		expect(await accept(key, contributor)).toMatchObject({ accepted: 1 });
	});

	test('nobody of another body sees it, brings it, accepts or refuses it', async () => {
		const book = read(await take(lead));
		fill(book, 'Assignments', `${UPDATE}4`, 'Ours.');
		const key = await bring(lead, book);
		const before = databaseImage(app);
		for (const role of ['foreign lead', 'administrator', 'nobody'] as const) {
			const actor = scene.people[role];
			const not = { code: 'not-found' };
			await expect(readWorkbookReturn(app, actor, key)).rejects.toMatchObject(not);
			await expect(refuseChanges(app, actor, key, [1])).rejects.toMatchObject(not);
			await expect(accept(key, actor)).rejects.toMatchObject(not);
			expect(await readWorkbookReturns(app, actor)).toEqual([]);
			const bringing = bringWorkbook(app, actor, 'kent.xlsx', bytesOf(book));
			await expect(bringing).rejects.toMatchObject(not);
		}
		expect(databaseImage(app)).toBe(before);
	});
});

test('hostile text comes back as it was typed', { timeout: 120_000 }, async () => {
	for (const text of Object.values(HOSTILE_TEXTS)) {
		const typed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085]/g, '');
		const book = read(await take(lead));
		fill(book, 'Assignments', `${UPDATE}4`, typed);
		const key = await bring(lead, book);
		expect(await accept(key)).toMatchObject({ accepted: 1 });
		const stored = rowsOf(app, 'progress_update').at(-1)?.['narrative'];
		expect(stored).toBe(typed.replace(/\r\n?/g, '\n').trim());
	}
});

async function bring(actor: Actor, book: WorkBook, format: 'xlsx' | 'ods' = 'xlsx') {
	const workbook = await brought(actor, book, format);
	await keepWorkbookReturns(app, actor, aKey(), [workbook]);
	return workbook.key;
}

async function brought(actor: Actor, book: WorkBook, format: 'xlsx' | 'ods' = 'xlsx') {
	const read = await bringWorkbook(app, actor, 'kent.xlsx', bytesOf(book, format));
	if (!read.ok) throw new Error(read.problems.map(workbookProblemLine).join('\n'));
	return read.workbook;
}

async function problems(bytes: Uint8Array): Promise<string[]> {
	const brought = await bringWorkbook(app, lead, 'kent.xlsx', new Uint8Array(bytes));
	return brought.ok ? [] : brought.problems.map(workbookProblemLine);
}

async function accept(key: string, actor = lead) {
	const { changes } = await readWorkbookReturn(app, actor, key);
	const chosen = changes.map(({ position, now }) => {
		return { position, version: Number(now?.['version'] ?? 0) };
	});
	return acceptChanges(app, actor, key, chosen);
}

function take(actor: Actor, format: 'xlsx' | 'ods' = 'xlsx') {
	return takeWorkbook(app, actor, format);
}
