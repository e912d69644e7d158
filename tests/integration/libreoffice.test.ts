import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { exportPieces } from '#lib/server/export-pieces.ts';
import { csvOf } from '#lib/server/exchange/write-csv.ts';
import type { Cell, FileTable, TableFile } from '#lib/server/exchange/table-file.ts';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';

// What LibreOffice makes of our spreadsheets. Where it is not installed the test is skipped, and says so.

const isInstalled = hasLibreOffice();
const TEXTS = [
	...Object.values(HOSTILE_TEXTS)
		// What XML cannot hold has a spelling of its own, which only Microsoft's format has in common.
		.map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')),
	...['  blanks  around  ', 'two\nlines\n\nand more', 'a\ttab', '001', '1e5', '2026-03-02', 'TRUE'],
	...['“quoted”, "plain"; semicolon', "'already", "'=already", '＝1+1', '#REF!', '=1']
];

test.skipIf(!isInstalled).each(['xlsx', 'ods'] as const)(
	'LibreOffice reads our %s as our CSV (skipped where soffice is not installed)',
	{ timeout: 120_000 },
	async (format) => {
		const folder = mkdtempSync(join(tmpdir(), 'tracker-office-'));
		try {
			const pieces: Uint8Array[] = [];
			const table = aTable();
			for await (const piece of exportPieces({ file: fileOf(table), table }, format)) {
				pieces.push(piece);
			}
			writeFileSync(join(folder, `list.${format}`), Buffer.concat(pieces));
			await convert(folder, `list.${format}`);
			const converted = parse(readFileSync(join(folder, 'list-List.csv')), { bom: true });
			let ours = '';
			for await (const piece of csvOf(aTable())) ours += piece;
			expect(converted[0]?.[0]).toBe('A list');
			expect(converted.slice(2).map((row) => row.map(isoDay))).toEqual(parse(ours, { bom: true }));
		} finally {
			rmSync(folder, { recursive: true, force: true });
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

/** Real dates come as LibreOffice keeps them here: '04/28/2026 21:59:59'. */
function isoDay(cell: string): string {
	return cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$1-$2');
}

/** Every sheet becomes a file; what is shown is not what is meant: cells come as they are kept. */
async function convert(folder: string, name: string): Promise<void> {
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
	const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder];
	await promisify(execFile)('soffice', [...args, join(folder, name)], { timeout: 110_000 });
}

function hasLibreOffice(): boolean {
	try {
		execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
		return true;
	} catch {
		return false;
	}
}
