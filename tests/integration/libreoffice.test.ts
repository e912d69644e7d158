import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { exportPieces } from '#lib/server/export-pieces.ts';
import { csvOf } from '#lib/server/exchange/write-csv.ts';
import type { Cell, FileTable, TableFile } from '#lib/server/exchange/table-file.ts';
import { expect, test } from 'vitest';
import { EVERY_LIST, fileOfList, openHostileRegister } from '../support/every-list.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { AS_CSV, convert, isInstalled, officeFolder } from '../support/office.ts';

// What LibreOffice makes of our spreadsheets. Where it is not installed the test is skipped, and says so.

const TEXTS = [
	...Object.values(HOSTILE_TEXTS).map(withoutControls),
	...['  blanks  around  ', 'two\nlines\n\nand more', 'a\ttab', '001', '1e5', '2026-03-02', 'TRUE'],
	...['“quoted”, "plain"; semicolon', "'already", "'=already", '＝1+1', '#REF!', '=1']
];

test.skipIf(!isInstalled).each(['xlsx', 'ods'] as const)(
	'LibreOffice reads our %s as our CSV (skipped where soffice is not installed)',
	{ timeout: 120_000 },
	async (format) => {
		const folder = officeFolder();
		const pieces: Uint8Array[] = [];
		const table = aTable();
		for await (const piece of exportPieces({ file: fileOf(table), table }, format)) {
			pieces.push(piece);
		}
		writeFileSync(join(folder, `list.${format}`), Buffer.concat(pieces));
		await convert(folder, AS_CSV, [`list.${format}`]);
		let ours = '';
		for await (const piece of csvOf(aTable())) ours += piece;
		const [title, ...rows] = convertedRows(folder, 'list');
		expect(title).toBe('A list');
		expect(rows).toEqual(parse(ours, { bom: true }));
	}
);

test.skipIf(!isInstalled).each(['xlsx', 'ods'] as const)(
	'LibreOffice reads every list as %s as our CSV (skipped where soffice is not installed)',
	{ timeout: 240_000 },
	async (format) => {
		const { app, close } = await openHostileRegister(withoutControls);
		const folder = officeFolder();
		try {
			for (const named of EVERY_LIST) {
				const file = await fileOfList(app, named, format);
				writeFileSync(join(folder, `${named.list}.${format}`), file);
			}
			await convert(
				folder,
				AS_CSV,
				EVERY_LIST.map(({ list }) => `${list}.${format}`)
			);
			for (const named of EVERY_LIST) {
				const ours = parse(await fileOfList(app, named, 'csv'), { bom: true }) as string[][];
				const [, ...rows] = convertedRows(folder, named.list);
				expect(rows, named.list).toEqual(ours);
			}
		} finally {
			close();
		}
	}
);

function aTable(): FileTable {
	const rows = TEXTS.map((text, index): Cell[] => [
		text,
		index * 1.5,
		`2026-0${(index % 9) + 1}-28`,
		Date.parse('2026-03-28T23:59:59Z') + index * 3_600_000
	]);
	return {
		name: 'List',
		title: 'A list',
		columns: [
			{ name: 'text', label: 'Text', kind: 'text' },
			{ name: 'number', label: 'Number', kind: 'number' },
			{ name: 'day', label: 'Day', kind: 'day' },
			{ name: 'at', label: 'At', kind: 'instant' }
		],
		total: rows.length,
		chunks: (async function* () {
			yield rows;
		})()
	};
}

function fileOf(table: FileTable): TableFile {
	return { title: 'A list', marking: 'OFFICIAL', asAt: 0, about: [], tables: [table] };
}

/** What XML cannot hold, and a line end at an edge, has a spelling that only Microsoft's format has in common. */
function withoutControls(text: string): string {
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|^\n|\n$|_x[0-9A-F]{4}_/g, '');
}

/** The rows of its sheet `List`, the first cell of which is its title, and without the line below that. */
function convertedRows(folder: string, name: string): unknown[] {
	const rows = parse(readFileSync(join(folder, `${name}-List.csv`)), { bom: true }) as string[][];
	return [rows[0]?.[0], ...rows.slice(2).map((row) => row.map(isoDay))];
}

/** Real dates come as LibreOffice keeps them here: '04/28/2026 21:59:59'. */
function isoDay(cell: string): string {
	return cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$1-$2');
}
