import {
	WORKBOOK_LIMITS,
	WORKBOOK_SHEETS,
	type AskedChange,
	type WorkbookContent,
	type WorkbookRow,
	type WorkbookSheet
} from '#lib/domain/workbook.ts';
import {
	KINDS_OF_SHEET,
	toldText,
	WORKBOOK_COLUMNS,
	WORKBOOK_FIELDS,
	type WorkbookColumn
} from '#lib/forms/workbook-columns.ts';
import { parseWorkbookChange } from '#lib/forms/workbook.ts';
import { undoNeutralise } from '../neutralise.ts';
import { columnLetters } from '../xlsx-parts.ts';
import { readTextDay } from './read-day.ts';
import type { ReadSheet, WorkbookProblem } from './workbook-problem.ts';

/** Everything that the workbook asks for, or everything in it that has to be mended: never a part. */
export type Comparison =
	| { readonly ok: true; readonly changes: readonly AskedChange[] }
	| { readonly ok: false; readonly problems: readonly WorkbookProblem[] };

/** Where the head of each table may stand, should rows have been put above it. */
const HEAD_WITHIN = 10;
/** As many as somebody mends at once. */
const PROBLEMS_MAX = 50;

/** Compares what came back with what left, cell by cell; what was only told must be as it was. */
export function compareWorkbook(
	file: string,
	sheets: readonly ReadSheet[],
	left: WorkbookContent
): Comparison {
	const changes: AskedChange[] = [];
	const problems: WorkbookProblem[] = [];
	for (const name of WORKBOOK_SHEETS) {
		const sheet = sheets.find((one) => one.name.trim().toLowerCase() === name.toLowerCase());
		if (!sheet) {
			const found = sheets.map((one) => `“${one.name.slice(0, 40)}”`).join(', ');
			problems.push(problem(name, null, `The sheet is missing. The workbook has ${found}`));
			continue;
		}
		const compared = compareSheet(name, sheet, left[name]);
		changes.push(...compared.changes);
		problems.push(...compared.problems.map(({ cell, reason }) => problem(name, cell, reason)));
	}
	if (problems.length > 0) return { ok: false, problems: problems.slice(0, PROBLEMS_MAX) };
	if (changes.length > 0) return { ok: true, changes };
	return { ok: false, problems: [problem(null, null, 'Nothing is filled in')] };

	function problem(sheet: string | null, cell: string | null, reason: string): WorkbookProblem {
		return { file, sheet, cell, reason };
	}
}

interface CellProblem {
	readonly cell: string | null;
	readonly reason: string;
}

function compareSheet(name: WorkbookSheet, sheet: ReadSheet, left: readonly WorkbookRow[]) {
	const columns = WORKBOOK_COLUMNS[name];
	const changes: AskedChange[] = [];
	const problems: CellProblem[] = sheetProblems(sheet);
	const head = sheet.rows.findIndex((row) => row[0]?.trim() === columns[0]!.label);
	if (head === -1 || head >= HEAD_WITHIN) {
		const reason = `No row begins with “${columns[0]!.label}”, which is the head of the table`;
		return { changes, problems: [...problems, { cell: 'A3', reason }] };
	}
	const places = placesOf(columns, sheet.rows[head]!, head, problems);
	if (problems.length > 0) return { changes, problems };
	const rows = new Map(left.map((row) => [row['key'], row]));
	const seen = new Map<string, number>();
	for (const [index, cells] of sheet.rows.entries()) {
		if (index <= head || cells.every((text) => text.trim() === '')) continue;
		const at = (column: string) => `${columnLetters(places.get(column) ?? 0)}${index + 1}`;
		const row = rowOf(columns, cells, places);
		const key = row['key'] ?? '';
		const before = rows.get(key);
		if (!before) {
			const reason = `“${key.slice(0, 40)}” is none of this workbook’s rows. Leave this column as it is`;
			problems.push({ cell: at('key'), reason });
			continue;
		}
		const twin = seen.get(key);
		seen.set(key, index + 1);
		if (twin !== undefined) {
			problems.push({ cell: at('key'), reason: `${key} is already in row ${twin}` });
			continue;
		}
		for (const { cell, reason } of toldDifferently(columns, row, before)) {
			problems.push({ cell: at(cell), reason });
		}
		for (const kind of KINDS_OF_SHEET[name]) {
			const fields = WORKBOOK_FIELDS[kind].filter((field) => row[field]);
			if (fields.length === 0) continue;
			const theirs = Object.fromEntries(fields.map((field) => [field, row[field]!]));
			const parsed = parseWorkbookChange(kind, theirs, UNSTAMPED);
			if (parsed.ok) {
				changes.push({ kind, sheet: name, row: index + 1, subject: key, theirs, before });
			} else {
				for (const { field, message } of parsed.problems) {
					problems.push({ cell: at(field), reason: message });
				}
			}
		}
	}
	return { changes, problems };
}

/** Whether the cells can be read is asked before it is known who will accept them. */
const UNSTAMPED = { version: 0, submissionKey: '0'.repeat(16) };

function sheetProblems({ isCut, formulas, merged }: ReadSheet): CellProblem[] {
	const most = WORKBOOK_LIMITS.rows;
	return [
		...(isCut ? [{ cell: null, reason: `The sheet has more than ${most} rows` }] : []),
		...merged.map((range) => ({
			cell: range,
			reason: 'These cells are merged. Split them, so that each column has its own'
		})),
		...formulas.map((cell) => ({
			cell,
			reason: 'The cell holds a formula. Put in the value that it comes to'
		}))
	];
}

/** Which column of the sheet each of ours is; what is missing or stands twice is a problem. */
function placesOf(
	columns: readonly WorkbookColumn[],
	head: readonly string[],
	row: number,
	problems: CellProblem[]
): ReadonlyMap<string, number> {
	const labels = head.map((label) => label.trim());
	const places = new Map<string, number>();
	for (const { name, label } of columns) {
		const place = labels.indexOf(label);
		if (place === -1) {
			const reason = `The table has no column “${label}”`;
			problems.push({ cell: `A${row + 1}`, reason });
		} else if (labels.includes(label, place + 1)) {
			const cell = `${columnLetters(labels.indexOf(label, place + 1))}${row + 1}`;
			problems.push({ cell, reason: `The table has the column “${label}” twice` });
		} else places.set(name, place);
	}
	return places;
}

function rowOf(
	columns: readonly WorkbookColumn[],
	cells: readonly string[],
	places: ReadonlyMap<string, number>
): Record<string, string> {
	return Object.fromEntries(
		columns.map(({ name, kind }) => {
			const text = plain(undoNeutralise(cells[places.get(name) ?? -1] ?? ''));
			return [name, kind === 'day' ? (readTextDay(text) ?? text) : text];
		})
	);
}

function toldDifferently(
	columns: readonly WorkbookColumn[],
	row: Readonly<Record<string, string>>,
	before: WorkbookRow
): { cell: string; reason: string }[] {
	return columns.flatMap(({ name, label, isInput }) => {
		const told = plain(toldText(name, before[name]) ?? '');
		if (isInput || row[name] === told) return [];
		const was = told === '' ? 'empty' : `“${told.slice(0, 60)}”`;
		const reason = `“${label}” is told, not filled in. It was ${was}: put that back`;
		return [{ cell: name, reason }];
	});
}

/** Programs make of line ends and of blanks around a text what they like. */
function plain(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim();
}
