import { read, utils, type WorkBook } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import { bringWorkbook } from '#lib/server/bring-workbook.ts';
import { workbookProblemLine } from '#lib/server/exchange/workbook/workbook-problem.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { databaseImage } from '../support/database.ts';
import { openScene, stage } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import {
	bytesOf,
	fill,
	HOSTILE_ODS,
	packageWith,
	remade,
	takeWorkbook,
	XXE
} from '../support/workbook-files.ts';

let app: TestApp;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	const scene = await openScene(app);
	lead = scene.people['own lead'];
	await stage(app, scene, 'in-progress', 7);
});

const UPDATE = 'H';
const CONFIDENCE = 'I';
const MILESTONE_ON = 'K';

describe('what cannot be read names its sheet, its cell and the reason', () => {
	test.each([
		['a confidence of its own', `${CONFIDENCE}4`, 'Great', /Assignments, I4: It has to be one of/],
		['a date of no calendar', `${MILESTONE_ON}4`, '31 February 2026', /Assignments, K4: /],
		['a month first', `${MILESTONE_ON}4`, '03/31/2026', /Assignments, K4: /],
		['a told cell that was changed', 'D4', 'Confirmed', /Assignments, D4: “Status” is told/],
		['a version that was changed', 'B4', '99', /Assignments, B4: “Version” is told/],
		['a key of none of its rows', 'A4', 'OIC-9/KENT', /Assignments, A4: “OIC-9\/KENT” is none/],
		[
			'a head that was renamed',
			`${UPDATE}3`,
			'Mine',
			/Assignments, A3: .* no column “Your update”/
		],
		['an update that is too long', `${UPDATE}4`, 'x'.repeat(20_001), /Assignments, H4: /]
	])('%s', async (_what, cell, text, line) => {
		const book = read(await takeWorkbook(app, lead));
		fill(book, 'Assignments', `${UPDATE}4`, 'Done.');
		fill(book, 'Assignments', cell, text);
		await isRefused(bytesOf(book), line);
	});

	test('a formula, merged cells, a missing sheet, a missing key, too many rows', async () => {
		const isFound = async (change: (book: WorkBook) => void, line: RegExp) => {
			const book = read(await takeWorkbook(app, lead));
			fill(book, 'Assignments', `${UPDATE}4`, 'Done.');
			change(book);
			await isRefused(bytesOf(book), line);
		};
		const formula = (book: WorkBook) => {
			book.Sheets['Assignments']![`${UPDATE}4`] = { t: 'n', v: 2, f: 'WEBSERVICE("http://x")' };
		};
		await isFound(formula, /Assignments, H4: The cell holds a formula/);
		const merge = (book: WorkBook) => {
			book.Sheets['Assignments']!['!merges'] = [utils.decode_range('A3:B3')];
		};
		await isFound(merge, /Assignments, A3:B3: These cells are merged/);
		const rename = (book: WorkBook) => {
			book.Sheets['Plan'] = book.Sheets['Actions']!;
			book.SheetNames = ['Contents', 'Assignments', 'Plan'];
		};
		await isFound(rename, /Actions: The sheet is missing.*“Plan”/);
		const forget = (book: WorkBook) => {
			book.Sheets['Contents'] = utils.aoa_to_sheet([['Nothing']]);
		};
		await isFound(forget, /Contents: The line “Workbook key” is missing/);
		const grow = (book: WorkBook) => {
			const rows = Array.from({ length: 6000 }, () => ['OIC-7/KENT']);
			utils.sheet_add_aoa(book.Sheets['Assignments']!, rows, { origin: 'A4' });
		};
		await isFound(grow, /Assignments: The sheet has more than 5000 rows/);
	});

	test.each([
		[
			'Windows-1252 CSV',
			Buffer.from('Assignment,Gw\xeer\r\n', 'latin1'),
			/Excel .* or OpenDocument/
		],
		['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /It has to be|damaged/],
		['nothing', Buffer.alloc(0), /It has to be|damaged/]
	])('%s', async (_what, bytes, line) => {
		await isRefused(bytes, line);
	});

	test.each([
		['a document type that reads other files', 'xl/worksheets/sheet2.xml', XXE(), /document type/],
		[
			'a link to another workbook',
			'xl/externalLinks/externalLink1.xml',
			'<x/>',
			/linked to another/
		],
		['a bomb', 'xl/media/bomb.xml', ' '.repeat(80 * 1024 * 1024), /larger than this service/]
	])('%s', async (_what, path, content, line) => {
		await isRefused(await packageWith(app, lead, path, content), line);
	});

	test.each(HOSTILE_ODS)('an ODS file with %s', async (_what, path, change, line) => {
		const bytes = await remade(await takeWorkbook(app, lead, 'ods'), path, change);
		await isRefused(bytes, line);
	});

	test.each(['2026-08-31', '31/08/2026', '31 Aug 2026'])(
		'a date typed as %s is read, day first',
		async (text) => {
			const book = read(await takeWorkbook(app, lead));
			fill(book, 'Assignments', `${UPDATE}4`, 'Done.');
			fill(book, 'Assignments', 'J4', 'The first sample');
			fill(book, 'Assignments', `${MILESTONE_ON}4`, text);
			const brought = await bringWorkbook(app, lead, 'kent.xlsx', new Uint8Array(bytesOf(book)));
			expect(brought).toMatchObject({
				workbook: { changes: [{ theirs: { nextMilestoneOn: '2026-08-31' } }] }
			});
		}
	);

	test('a million rows do not take the service with them', { timeout: 120_000 }, async () => {
		const row = '<row><c t="inlineStr"><is><t>OIC-7/KENT</t></is></c></row>';
		const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row.repeat(1_000_000)}</sheetData></worksheet>`;
		const before = process.memoryUsage().heapUsed;
		const bytes = await packageWith(app, lead, 'xl/worksheets/sheet3.xml', sheet);
		await isRefused(bytes, /Assignments: .*(rows|missing)|No row begins|memory or time/);
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(300 * 1024 * 1024);
	});
});

/** With that reason, and without a trace in the register. */
async function isRefused(bytes: Uint8Array, line: RegExp): Promise<void> {
	const before = databaseImage(app);
	expect((await problems(bytes)).join('\n')).toMatch(line);
	expect(databaseImage(app)).toBe(before);
}

async function problems(bytes: Uint8Array): Promise<string[]> {
	const brought = await bringWorkbook(app, lead, 'kent.xlsx', new Uint8Array(bytes));
	return brought.ok ? [] : brought.problems.map(workbookProblemLine);
}
