import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { HOSTILE_ODS, remade } from '../../../../tests/support/workbook-files.ts';
import { readWorkbookAside } from '../workbook-thread.ts';
import { readWordingFile as readFile } from './wording-file.ts';

const HEAD = ['Number', 'Text', 'Page', 'Deadline'];
const ROW = [7, 'By March 2023, forces should:\n• begin.', '12', ''];

describe.each(['xlsx', 'ods'] as const)('an %s file', (bookType) => {
	test('is read row by row, with a title above the names', async () => {
		const sheet = utils.aoa_to_sheet([
			['Invented report'],
			[],
			HEAD,
			ROW,
			['R8', 'Begin.', '', '']
		]);
		expect(await readBook({ Cover: utils.aoa_to_sheet([['x']]), Recs: sheet })).toMatchObject({
			ok: true,
			rows: [
				{ text: ROW[1], given: { number: 7, page: '12', deadline: null } },
				{ text: 'Begin.', given: { number: 8, page: null } }
			]
		});
	});

	test('with a date in a cell has it in words', async () => {
		const row = [1, 'Begin.', '', new Date(Date.UTC(2024, 8, 30))];
		const sheet = utils.aoa_to_sheet([HEAD, row], { UTC: true });
		const read = await readBook({ Recs: sheet });
		expect(read).toMatchObject({ ok: true, rows: [{ given: { deadline: '30 September 2024' } }] });
	});

	test.each(['2024-09-30', '30/09/2024', '30 Sept 2024', '30 September 2024'])(
		'with a date typed as %s has the same in words',
		async (text) => {
			const sheet = utils.aoa_to_sheet([HEAD, [1, 'Begin.', '', text]]);
			const read = await readBook({ Recs: sheet });
			expect(read).toMatchObject({
				rows: [{ given: { deadline: '30 September 2024' } }]
			});
		}
	);

	test.each([
		['the wrong sheet', [['Force', 'Comment']], /No sheet \(“Recs”\) has no row that names/],
		['a number that is none', [HEAD, ['seven', 'Begin.']], /sheet “Recs”, cell A2: “seven” is not/],
		['a row without text', [HEAD, [1, '']], /sheet “Recs”, cell B2: There is no text/],
		['no row', [HEAD], /no row under the names/]
	])('with %s is refused by sheet, cell and reason', async (_what, rows, reason) => {
		expect(problemsOf(await readBook({ Recs: utils.aoa_to_sheet(rows) }))).toMatch(reason);
	});

	test('with merged cells names them', async () => {
		const merged = utils.aoa_to_sheet([HEAD, ROW]);
		merged['!merges'] = [utils.decode_range('A2:B2')];
		expect(problemsOf(await readBook({ Recs: merged }))).toMatch(
			/“Recs”, cells A2:B2: Merged cells/
		);
		const header = utils.aoa_to_sheet([['Number and text', '', 'Page'], ROW]);
		header['!merges'] = [utils.decode_range('A1:B1')];
		expect(problemsOf(await readBook({ Recs: header }))).toMatch(
			/“Recs”, cells A1:B1: merged cells/
		);
	});

	test('with two tables asks which', async () => {
		const sheet = utils.aoa_to_sheet([HEAD, ROW]);
		expect(problemsOf(await readBook({ A: sheet, B: sheet }))).toMatch(/“A” and “B” both/);
	});

	function readBook(Sheets: Record<string, WorkSheet>) {
		const book = { Sheets, SheetNames: Object.keys(Sheets) };
		const bytes = write(book, { bookType, type: 'buffer', compression: true }) as Buffer;
		return readWordingFile(`book.${bookType}`, new Uint8Array(bytes));
	}
});

describe('a CSV file', () => {
	test.each([',', ';', '\t'])('is read with %j between its cells', async (sign) => {
		const text = `\ufeffNumber${sign}Text\r\nRecommendation 7${sign}"By March 2023, forces; begin"\r\n`;
		expect(await readCsv(text)).toMatchObject({
			ok: true,
			rows: [{ text: 'By March 2023, forces; begin', given: { number: 7 } }]
		});
	});

	test('in Windows-1252 is refused with its lines', async () => {
		const bytes = Buffer.from('Number,Text\n1,The forces\x92 work\n', 'latin1');
		expect(problemsOf(await readWordingFile('a.csv', bytes))).toMatch(
			/a\.csv, line 2: There are characters that are not in UTF-8/
		);
	});

	test.each([
		['open quotation marks', 'Number,Text\n1,"Begin', /quotation marks/],
		['binary', '\0\0\0', /no spreadsheet/],
		['nothing', '', /no row that names/]
	])('with %s is refused', async (_what, text, reason) => {
		expect(problemsOf(await readCsv(text))).toMatch(reason);
	});

	function readCsv(text: string) {
		return readWordingFile('a.csv', Buffer.from(text));
	}
});

test('what is damaged, or huge when it is unpacked, is refused before it is read', async () => {
	const zip = Buffer.from('PK\x03\x04 and something else');
	expect(problemsOf(await readWordingFile('a.xlsx', zip))).toMatch(/damaged/);
	const bomb = await remade(aBook('xlsx'), 'xl/media/bomb.xml', () => ' '.repeat(80 * 1024 * 1024));
	expect(bomb.length).toBeLessThan(1e6);
	expect(problemsOf(await readWordingFile('a.xlsx', bomb))).toMatch(/larger than this service/);
});

test.each(HOSTILE_ODS)(
	'%s in an ODS file is refused at once',
	async (_what, path, change, reason) => {
		const bytes = await remade(aBook('ods'), path, change);
		const started = performance.now();
		expect(problemsOf(await readWordingFile('a.ods', bytes))).toMatch(reason);
		expect(performance.now() - started).toBeLessThan(15_000);
	}
);

test('half a million rows are said to be too many, and take no memory of the service', async () => {
	const row = '<row><c t="inlineStr"><is><t>7</t></is></c></row>';
	const bytes = await remade(aBook('xlsx'), 'xl/worksheets/sheet1.xml', (text) =>
		text.replace('</sheetData>', `${row.repeat(500_000)}</sheetData>`)
	);
	const before = process.memoryUsage().heapUsed;
	expect(problemsOf(await readWordingFile('a.xlsx', bytes))).toMatch(
		/more than 2000 rows|memory or time/
	);
	expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
});

test('formulas, quotation marks and marks of direction in each cell come as text', async () => {
	const texts = [
		'=HYPERLINK("http://x")',
		'+1',
		'-1',
		'@x',
		'"a"',
		'\u202eabc',
		'<script>',
		'日本'
	];
	for (const bookType of ['xlsx', 'ods'] as const) {
		const rows = texts.map((text, index) => [index + 1, text, text, text]);
		const sheet = utils.aoa_to_sheet([HEAD, ...rows]);
		const book = { Sheets: { A: sheet }, SheetNames: ['A'] };
		const bytes = write(book, { bookType, type: 'buffer' }) as Buffer;
		const read = await readWordingFile(`a.${bookType}`, new Uint8Array(bytes));
		expect(read).toMatchObject({
			rows: texts.map((text) => ({ text, given: { page: text, deadline: text } }))
		});
	}
});

function aBook(bookType: 'xlsx' | 'ods'): Uint8Array {
	const book = { Sheets: { A: utils.aoa_to_sheet([HEAD, ROW]) }, SheetNames: ['A'] };
	return new Uint8Array(write(book, { bookType, type: 'buffer', compression: true }) as Buffer);
}

function readWordingFile(file: string, bytes: Uint8Array) {
	return readFile(file, bytes, readWorkbookAside);
}

function problemsOf(read: Awaited<ReturnType<typeof readWordingFile>>): string {
	return read.ok ? 'read' : read.problems.join('\n');
}
