import { read, utils, type WorkSheet } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { zipPackage } from '../files/zip-package.ts';
import { undoNeutralise } from './neutralise.ts';
import type { Cell, FileTable, TableFile } from './table-file.ts';
import { csvOf } from './write-csv.ts';
import { jsonOf } from './write-json.ts';
import { odsParts } from './write-ods.ts';
import { xlsxParts } from './write-xlsx.ts';

const AT = Date.parse('2026-07-01T11:00:00Z');
const COLUMNS: FileTable['columns'] = [
	{ name: 'text', label: 'Text', kind: 'text' },
	{ name: 'count', label: 'Count', kind: 'number' },
	{ name: 'due', label: 'Due', kind: 'day' },
	{ name: 'at', label: 'At', kind: 'instant' }
];
const HEAD = ['Text', 'Count', 'Due', 'At'];
const DUE = '2026-03-02';

const anyText = fc
	.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: 'binary' }),
		fc
			.tuple(
				fc.constantFrom(
					'=',
					'+',
					'-',
					'@',
					'\t',
					'\r',
					'＝',
					'＠',
					"'",
					"'=",
					' =',
					'_x000D_',
					'\n'
				),
				fc.string()
			)
			.map(([start, rest]) => start + rest)
	)
	// The reader of these tests makes one line end of the two characters.
	.map((text) => text.replaceAll('\r\n', '\n'));

describe('whatever text is written reads back as it was', () => {
	test('in CSV', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (texts) => {
				const csv = await textOf(csvOf(tableOf(texts)));
				const rows = parse(csv, { bom: true, skip_empty_lines: false });
				expect(rows[0]).toEqual(HEAD);
				expect(rows.slice(1).map((row) => undoNeutralise(row[0]!))).toEqual(texts);
			}),
			{ numRuns: 300 }
		);
	});

	test('in JSON', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyText), async (texts) => {
				const table = tableOf(texts);
				const read = JSON.parse(await textOf(jsonOf(fileOf(table), table)));
				expect(read.rows.map(({ text }: { text: string }) => text)).toEqual(texts);
				expect(read).toMatchObject({ marking: 'OFFICIAL', asAt: '2026-07-01T11:00:00.000Z' });
			})
		);
	});

	test.each([
		['XLSX', xlsxParts],
		['ODS', odsParts]
	])('in %s', async (_name, partsOf) => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (texts) => {
				const sheet = await readBack(partsOf, texts);
				const read = texts.map((_text, index) => cellAt(sheet, `A${index + 4}`)?.v ?? '');
				expect(read.map((text) => undoNeutralise(String(text)))).toEqual(texts);
			}),
			{ numRuns: 100 }
		);
	});
});

describe.each([
	['XLSX', xlsxParts],
	['ODS', odsParts]
])('%s', (_name, partsOf) => {
	test('keeps blanks of every width, also where they begin or end a line', async () => {
		const texts = ['\u2000', '\u00a0a\u3000', 'a\n\u2003b\u2009\nc', ' \u2000 x \u2000 '];
		const sheet = await readBack(partsOf, texts);
		expect(texts.map((_text, index) => cellAt(sheet, `A${index + 4}`)?.v)).toEqual(texts);
	});

	test('has a contents sheet, the title in A1, its marking and moment, and no merged cells', async () => {
		const { Sheets, SheetNames } = read(await bytesOf(partsOf, ['one']));
		expect(SheetNames).toEqual(['Contents', 'Table']);
		const contents = utils.sheet_to_json<string[]>(Sheets['Contents']!, { header: 1 }).flat();
		expect(contents).toEqual([
			'A list',
			'OFFICIAL. As at 2026-07-01 12:00:00.',
			'Of everything',
			expect.stringContaining('apostrophe'),
			'Sheet “Table”: 1 row'
		]);
		const sheet = Sheets['Table']!;
		expect(cellAt(sheet, 'A1')?.v).toBe('A list');
		expect(cellAt(sheet, 'A2')?.v).toBe('OFFICIAL. As at 2026-07-01 12:00:00.');
		expect(HEAD.map((_label, index) => cellAt(sheet, `${'ABCD'[index]}3`)?.v)).toEqual(HEAD);
		expect(sheet['!merges'] ?? []).toEqual([]);
	});

	test('keeps numbers and dates as what they are, and nothing as a formula', async () => {
		const texts = Object.values(HOSTILE_TEXTS);
		const sheet = await readBack(partsOf, texts);
		expect(cellAt(sheet, 'B4')).toMatchObject({ t: 'n', v: 7 });
		expect(cellAt(sheet, 'C4')).toMatchObject({ t: 'd', v: new Date('2026-03-02T00:00:00Z') });
		expect(cellAt(sheet, 'D4')).toMatchObject({ t: 'd', v: new Date('2026-07-01T12:00:00Z') });
		for (const [at, cell] of Object.entries(sheet)) {
			if (at.startsWith('!')) continue;
			expect(cell.f, at).toBeUndefined();
			expect(String(cell.v), at).not.toMatch(/^\s*[=+\-@]/);
		}
	});

	test('is a whole file without any row', async () => {
		const { Sheets } = read(await bytesOf(partsOf, []));
		expect(cellAt(Sheets['Table']!, 'A3')?.v).toBe('Text');
		expect(cellAt(Sheets['Table']!, 'A4')).toBeUndefined();
	});
});

type PartsOf = typeof xlsxParts | typeof odsParts;

async function readBack(partsOf: PartsOf, texts: readonly string[]): Promise<WorkSheet> {
	const bytes = await bytesOf(partsOf, texts);
	return read(bytes, { cellDates: true, UTC: true }).Sheets['Table']!;
}

async function bytesOf(partsOf: PartsOf, texts: readonly string[]): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	for await (const piece of zipPackage(partsOf(fileOf(tableOf(texts))), AT)) pieces.push(piece);
	return Buffer.concat(pieces);
}

function cellAt(sheet: WorkSheet, at: string) {
	return sheet[at] as { t: string; v: unknown; f?: string } | undefined;
}

function tableOf(texts: readonly string[]): FileTable {
	const rows = texts.map((text): Cell[] => [text, 7, DUE, AT]);
	return {
		name: 'Table',
		title: 'A list',
		columns: COLUMNS,
		total: rows.length,
		chunks: one(rows)
	};
}

function fileOf(table: FileTable): TableFile {
	const about = ['Of everything'];
	return { title: 'A list', marking: 'OFFICIAL', asAt: AT, about, tables: [table] };
}

async function* one(rows: Cell[][]) {
	yield rows;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}
