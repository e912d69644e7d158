import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { problemLine } from './file-problem.ts';
import type { SheetsReading } from './workbook/workbook-problem.ts';

/** One table of a file as text, cell by cell. */
export interface Sheet {
	/** Empty for a CSV file, which has one alone. */
	readonly name: string;
	/** From the first row on; real dates as 'YYYY-MM-DD'. */
	readonly rows: readonly (readonly string[])[];
	/** 'A1:C1', as the program calls them. */
	readonly merged: readonly string[];
	/** There are more rows than were read. */
	readonly isCut: boolean;
}

export type SheetsRead =
	| { readonly ok: true; readonly sheets: readonly Sheet[] }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Reads an XLSX or ODS file where it can take no more memory and time than it is given. */
export type ReadPackage = (bytes: Uint8Array) => Promise<SheetsReading>;

/** Rows of a sheet that are read: far more than a report has recommendations. */
export const SHEET_ROWS_MAX = 2000;
const SHEETS_MAX = 20;

/** The tables of a CSV, XLSX or ODS file. Formulas are not computed, links not followed, macros refused. */
export async function readSheets(
	file: string,
	bytes: Uint8Array,
	readPackage: ReadPackage
): Promise<SheetsRead> {
	if (!isZip(bytes)) return readCsv(file, bytes);
	const read = await readPackage(bytes);
	if (!read.ok) return failed(`${file}: ${read.reason}.`);
	return { ok: true, sheets: read.sheets.slice(0, SHEETS_MAX).map(trimmed) };
}

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function trimmed({ name, rows, merged, isCut }: Sheet): Sheet {
	return {
		...{ name, merged, isCut: isCut || rows.length > SHEET_ROWS_MAX },
		rows: rows.slice(0, SHEET_ROWS_MAX).map((cells) => cells.map((cell) => cell.trim()))
	};
}

function readCsv(file: string, bytes: Uint8Array): SheetsRead {
	const decoded = decodeText(file, bytes);
	if (!decoded.ok) return { ok: false, problems: decoded.problems.slice(0, 10).map(problemLine) };
	const text = decoded.content.replace(/^\ufeff/, '');
	if (text.includes('\0')) {
		return failed(`${file}: This is no spreadsheet. Give a CSV, XLSX or ODS file.`);
	}
	try {
		const rows = parse(text, {
			...{ delimiter: delimiterOf(text), relax_column_count: true, to: SHEET_ROWS_MAX + 1 },
			trim: true
		}) as string[][];
		return { ok: true, sheets: [trimmed({ name: '', rows, merged: [], isCut: false })] };
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
