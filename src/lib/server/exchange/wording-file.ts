import type { GivenFacts } from '#lib/domain/read-wording.ts';
import { SOURCE_MAX } from '#lib/domain/wording-load.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { readSheets, SHEET_ROWS_MAX, type ReadPackage, type Sheet } from './workbook-sheets.ts';
import { readTextDay } from './workbook/read-day.ts';

/** As the service takes it: the text of each row, and what its other columns say. */
export interface WordingRow {
	readonly sourceText: string;
	readonly text: string;
	readonly given: GivenFacts;
}

export type WordingFile =
	| { readonly ok: true; readonly rows: readonly WordingRow[]; readonly sourceText: string }
	/** Whole sentences, each with its sheet and cell. */
	| { readonly ok: false; readonly problems: readonly string[] };

/** What a column may be called, in lower case. */
const NAMES = {
	number: ['number', 'no', 'no.', 'ref', 'reference', 'recommendation number', 'recommendation no'],
	text: ['text', 'wording', 'official wording', 'recommendation', 'recommendation text'],
	title: ['title', 'short title'],
	theme: ['theme'],
	addressees: ['addressees', 'addressee', 'addressed to', 'organisation', 'organisations'],
	deadline: ['deadline', 'due', 'due date', 'timescale'],
	page: ['page', 'page number']
} as const;
type Column = keyof typeof NAMES;

/** Recommendations out of a CSV, XLSX or ODS file with a column for the number and one for the text. */
export async function readWordingFile(
	file: string,
	bytes: Uint8Array,
	readPackage: ReadPackage
): Promise<WordingFile> {
	const read = await readSheets(file, bytes, readPackage);
	if (!read.ok) return read;
	const found = read.sheets.flatMap((sheet) => {
		const header = headerOf(sheet);
		return header ? [{ sheet, ...header }] : [];
	});
	const [only, another] = found;
	if (!only) return failed(noTable(file, read.sheets));
	if (another) {
		const names = found.map(({ sheet }) => `“${sheet.name}”`).join(' and ');
		return failed(`${file}: ${names} both have recommendations. Keep one of these sheets.`);
	}
	return rowsOf(file, only.sheet, only.row, only.columns);
}

interface Header {
	readonly row: number;
	readonly columns: ReadonlyMap<Column, number>;
}

const HEADER_ROWS = 20;

/** The first row that names a number and a text; a title may stand above it. */
function headerOf({ rows }: Sheet): Header | null {
	for (const [row, cells] of rows.slice(0, HEADER_ROWS).entries()) {
		const columns = new Map<Column, number>();
		for (const [index, cell] of cells.entries()) {
			const name = cell.toLowerCase().replace(/\s+/g, ' ').trim();
			for (const column of Object.keys(NAMES) as Column[]) {
				if ((NAMES[column] as readonly string[]).includes(name) && !columns.has(column)) {
					columns.set(column, index);
				}
			}
		}
		if (columns.has('number') && columns.has('text')) return { row, columns };
	}
	return null;
}

function noTable(file: string, sheets: readonly Sheet[]): string {
	const merged = sheets.find((sheet) => sheet.merged.length > 0);
	const need = 'a column “Number” and a column “Text”';
	if (merged) {
		return `${file}, sheet “${merged.name}”, cells ${merged.merged[0]}: merged cells hide the names of the columns. Unmerge them, so that there is ${need}.`;
	}
	const names = sheets.map(({ name }) => `“${name}”`).join(', ');
	const where = sheets.length === 1 && sheets[0]?.name === '' ? 'The table' : `No sheet (${names})`;
	return `${file}: ${where} has no row that names ${need}.`;
}

function rowsOf(
	file: string,
	sheet: Sheet,
	header: number,
	columns: ReadonlyMap<Column, number>
): WordingFile {
	const problems: string[] = [];
	const rows: WordingRow[] = [];
	const where = (row: number, column: number) =>
		`${file}${sheet.name === '' ? '' : `, sheet “${sheet.name}”`}, cell ${cellName(row, column)}`;
	if (sheet.isCut) {
		problems.push(`${where(SHEET_ROWS_MAX, 0)}: There are more than ${SHEET_ROWS_MAX} rows.`);
	}
	for (const merged of sheet.merged) {
		const first = Number(/\d+/.exec(merged)?.[0] ?? 0);
		if (first <= header) continue;
		const at = `${file}, sheet “${sheet.name}”, cells ${merged}`;
		problems.push(`${at}: Merged cells cannot be read row by row. Unmerge them.`);
	}
	for (const [index, cells] of sheet.rows.entries()) {
		if (index <= header || cells.every((cell) => cell === '')) continue;
		const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
		const number = numberOf(cell('number'));
		if (number === null) {
			const at = where(index, columns.get('number') ?? 0);
			problems.push(
				`${at}: “${cell('number').slice(0, 40)}” is not the number of a recommendation.`
			);
		}
		if (cell('text') === '') {
			problems.push(`${where(index, columns.get('text') ?? 0)}: There is no text.`);
		}
		const { title, theme, page, addressees, deadline } = {
			...{ title: cell('title'), theme: cell('theme'), page: cell('page') },
			...{ addressees: cell('addressees'), deadline: deadlineOf(cell('deadline')) }
		};
		rows.push({
			sourceText: cells.filter((text) => text !== '').join('\n'),
			text: cell('text'),
			given: {
				...{ number, title: orNull(title), theme: orNull(theme), page: orNull(page) },
				...{ addressees: orNull(addressees), deadline: orNull(deadline) }
			}
		});
	}
	if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
	if (rows.length === 0) return failed(`${where(header, 0)}: There is no row under the names.`);
	const sourceText = sheet.rows.map((cells) => cells.join('\t')).join('\n');
	return { ok: true, rows, sourceText: sourceText.slice(0, SOURCE_MAX + 1) };
}

/** A day alone, real or typed in any of the usual ways, is printed as a report prints it; words stay as they are. */
function deadlineOf(cell: string): string {
	const day = readTextDay(cell);
	return day === null ? cell : formatDay(day);
}

/** '7', 'R7', 'Recommendation 7' or 'OIC-7'. */
function numberOf(cell: string): number | null {
	const digits = /^(?:r|recommendation|[a-z][a-z0-9]{1,11}-)? ?(\d{1,3})[.:]?$/i.exec(cell)?.[1];
	const number = Number(digits ?? 0);
	return number > 0 ? number : null;
}

function cellName(row: number, column: number): string {
	const letters =
		column < 26
			? String.fromCharCode(65 + column)
			: String.fromCharCode(64 + Math.floor(column / 26), 65 + (column % 26));
	return `${letters}${row + 1}`;
}

function orNull(text: string): string | null {
	return text === '' ? null : text;
}

function failed(problem: string): WordingFile {
	return { ok: false, problems: [problem] };
}
