import { WORKBOOK_SHEETS, type WorkbookContent, type WorkbookSheet } from '#lib/domain/workbook.ts';
import { toldText, WORKBOOK_COLUMNS, type WorkbookColumn } from '#lib/forms/workbook-columns.ts';
import { CONFIDENCE_CHOICES, REASON_CHOICES } from '#lib/forms/workbook.ts';
import { MARKING_WORDS } from '#lib/wording/evidence.ts';
import type { Cell, FileTable, TableFile } from '../table-file.ts';

const KEY = /Workbook key: ([a-z0-9]{20,40})\b/;

/** The workbook of one body, to be filled in away from the service and brought back. */
export function workbookFile(
	{ name, inspection, key }: { name: string; inspection: string; key: string },
	content: WorkbookContent,
	at: number
): TableFile {
	const title = `Workbook of ${name}: ${inspection}`;
	return {
		title,
		marking: MARKING_WORDS.official,
		asAt: at,
		about: [
			`Workbook key: ${key}. Leave it as it is: it tells which workbook comes back.`,
			`Fill in the columns ${inputs('Assignments')} of the sheet Assignments, and ${inputs('Actions')} of the sheet Actions. Leave the rest as it is.`,
			'A row that you leave empty changes nothing. Nothing is changed before somebody has looked at it and accepted it.',
			`Confidence is one of: ${CONFIDENCE_CHOICES.join('; ')}.`,
			`Kind of reason is one of: ${REASON_CHOICES.join('; ')}. A deadline asked for needs it, and a reason.`,
			'Do not enter intelligence, names of suspects, or covert tactics.'
		],
		tables: WORKBOOK_SHEETS.map((sheet) => tableOf(sheet, `${sheet} of ${name}`, content))
	};
}

/** The key that the sheet of contents has; null where there is none. */
export function workbookKey(rows: readonly (readonly string[])[]): string | null {
	for (const row of rows.slice(0, 20)) {
		const key = KEY.exec(row[0] ?? '')?.[1];
		if (key) return key;
	}
	return null;
}

function inputs(sheet: WorkbookSheet): string {
	return WORKBOOK_COLUMNS[sheet]
		.filter(({ isInput }) => isInput)
		.map(({ label }) => `“${label}”`)
		.join(', ');
}

function tableOf(sheet: WorkbookSheet, title: string, content: WorkbookContent): FileTable {
	const columns = WORKBOOK_COLUMNS[sheet];
	const rows = content[sheet].map((row) => columns.map((column) => cellOf(column, row)));
	return { name: sheet, title, columns, total: rows.length, chunks: chunks(rows) };
}

async function* chunks(rows: Cell[][]) {
	yield rows;
}

function cellOf({ name, kind }: WorkbookColumn, row: WorkbookContent[WorkbookSheet][number]): Cell {
	const value = toldText(name, row[name]);
	return kind === 'number' && value !== null ? Number(value) : value;
}
