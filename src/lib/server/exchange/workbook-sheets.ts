import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { BlobView } from '../files/blob-view.ts';
import { judgePackage } from '../files/office-package.ts';
import { readZipDirectory, readZipEntry } from '../files/zip-directory.ts';
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
const UNPACKED_MAX = 32 * 1024 * 1024;
const ENTRIES_MAX = 500;
const SHEETS_MAX = 20;

/** The tables of a CSV, XLSX or ODS file. Formulas are not computed, links not followed, macros refused. */
export async function readSheets(file: string, bytes: Uint8Array): Promise<SheetsRead> {
	if (!isZip(bytes)) return readCsv(file, bytes);
	const refused = await judgeWorkbook(bytes);
	if (refused !== null) return failed(`${file}: ${refused}`);
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

/** Why the package is not opened; null where it may be. Nothing is unpacked beyond the limit. */
async function judgeWorkbook(bytes: Uint8Array): Promise<string | null> {
	const blob: BlobView = {
		bytes: bytes.length,
		read: async (position, length) => bytes.subarray(position, position + length)
	};
	const verdict = await judgePackage(blob);
	if ('refused' in verdict) {
		if (verdict.refused === 'macros') return 'The file has macros. Save it without them.';
		if (verdict.refused === 'password') return 'The file has a password. Save it without one.';
		return verdict.refused === 'kind' ? NOT_A_SHEET : DAMAGED;
	}
	if (verdict.extension !== 'xlsx' && verdict.extension !== 'ods') return NOT_A_SHEET;
	const entries = (await readZipDirectory(blob)) ?? [];
	if (entries.length > ENTRIES_MAX) return TOO_LARGE;
	let left = UNPACKED_MAX;
	for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
		const unpacked = await readZipEntry(blob, entry, left);
		if (!unpacked) return TOO_LARGE;
		left -= unpacked.length;
		if (isXml(entry.name) && hasEntities(unpacked)) return DAMAGED;
	}
	return null;
}

const NOT_A_SHEET = 'This is no spreadsheet. Give a CSV, XLSX or ODS file.';
const TOO_LARGE =
	'The file unpacks to more than 32 MB. Keep only the sheet with the recommendations.';

function isXml(name: string): boolean {
	return /\.(xml|rels)$/i.test(name);
}

/** No program of today writes a document type into a spreadsheet. */
function hasEntities(xml: Uint8Array): boolean {
	return /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(xml).toString('latin1'));
}

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
	if (text.includes('\0')) return failed(`${file}: ${NOT_A_SHEET}`);
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
