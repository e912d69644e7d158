import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { decodeText } from './decode-text.ts';
import { problemLine } from './file-problem.ts';

/** One table of a file as text, cell by cell. */
export interface Sheet {
	/** Empty for a CSV file, which has one alone. */
	readonly name: string;
	/** From the first row on; a row is as long as its last cell. */
	readonly rows: readonly (readonly string[])[];
	/** 'A1:C1', as the program calls them. */
	readonly merged: readonly string[];
}

export type SheetsRead =
	| { readonly ok: true; readonly sheets: readonly Sheet[] }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Rows of a sheet that are read: far more than a report has recommendations. */
export const SHEET_ROWS_MAX = 2000;
const SHEETS_MAX = 20;

/** The tables of a CSV, XLSX or ODS file. Formulas are not computed, links not followed, macros refused. */
export async function readSheets(
	file: string,
	bytes: Uint8Array,
	judge: JudgeWorkbook
): Promise<SheetsRead> {
	if (!isZip(bytes)) return readCsv(file, bytes);
	const refused = await judge(bytes);
	if (refused !== null) return failed(`${file}: ${REFUSED[refused]}`);
	try {
		const book = read(bytes, {
			...{ type: 'array', dense: true, sheetRows: SHEET_ROWS_MAX, cellDates: true, UTC: true },
			...{ cellFormula: false, cellHTML: false, bookVBA: false, cellStyles: false }
		});
		const names = book.SheetNames.slice(0, SHEETS_MAX);
		return { ok: true, sheets: names.map((name) => sheetOf(name, book.Sheets[name])) };
	} catch {
		return failed(`${file}: ${DAMAGED}`);
	}
}

const DAMAGED =
	'The file is damaged. Open it in your spreadsheet program, save it again and try again.';

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const REFUSED = {
	macros: 'The file has macros. Save it without them.',
	password: 'The file has a password. Save it without one.',
	kind: 'This is no spreadsheet. Give a CSV, XLSX or ODS file.',
	damaged: DAMAGED,
	'too-large': 'The file unpacks to more than 32 MB. Keep only the sheet with the recommendations.'
} as const;

/** Looks into a package before anything of it is unpacked; null where it may be opened. */
export type JudgeWorkbook = (bytes: Uint8Array) => Promise<keyof typeof REFUSED | null>;

function sheetOf(name: string, sheet: WorkSheet | undefined): Sheet {
	const data = ((sheet?.['!data'] ?? []) as (CellObject[] | undefined)[]).slice(0, SHEET_ROWS_MAX);
	const rows = Array.from(data, (row) => Array.from(row ?? [], textOf));
	const merged = (sheet?.['!merges'] ?? []).map((range) => utils.encode_range(range));
	return { name, rows, merged };
}

const MONTHS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function textOf(cell: CellObject | undefined): string {
	if (cell?.v === undefined || cell.t === 'e') return '';
	if (cell.v instanceof Date) {
		return Number.isNaN(cell.v.getTime()) ? '' : MONTHS.format(cell.v);
	}
	return String(cell.v).trim();
}

function readCsv(file: string, bytes: Uint8Array): SheetsRead {
	const decoded = decodeText(file, bytes);
	if (!decoded.ok) return { ok: false, problems: decoded.problems.slice(0, 10).map(problemLine) };
	const text = decoded.content.replace(/^\ufeff/, '');
	if (text.includes('\0')) return failed(`${file}: ${REFUSED.kind}`);
	try {
		const rows = parse(text, {
			...{ delimiter: delimiterOf(text), relax_column_count: true, to: SHEET_ROWS_MAX },
			trim: true
		}) as string[][];
		return { ok: true, sheets: [{ name: '', rows, merged: [] }] };
	} catch (thrown) {
		if (!(thrown instanceof CsvError)) throw thrown;
		const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : 1;
		return failed(`${file}, line ${line}: The quotation marks in this row do not match`);
	}
}

/** What separates most in the first line: a comma, a semicolon or a tab. */
function delimiterOf(text: string): string {
	const first = text.slice(0, 5000).split('\n')[0] ?? '';
	const count = (sign: string) => first.split(sign).length;
	return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function failed(problem: string): SheetsRead {
	return { ok: false, problems: [problem] };
}
