import type { WorkbookChangeKind, WorkbookRow, WorkbookSheet } from '#lib/domain/workbook.ts';
import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { toldText, WORKBOOK_COLUMNS } from '#lib/forms/workbook-columns.ts';
import { formatDay } from '#lib/wording/dates.ts';

/** A cell three ways: when the workbook left, now, and as it came back. */
export interface ComparedCell {
	readonly label: string;
	readonly before: string;
	readonly now: string;
	readonly theirs: string;
}

interface Change {
	readonly kind: WorkbookChangeKind;
	readonly sheet: WorkbookSheet;
	readonly theirs: Readonly<Record<string, string>>;
	readonly before: WorkbookRow;
	readonly now: WorkbookRow | null;
	readonly changed: readonly string[];
}

/** What the register says of what a cell asks for. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
	narrative: 'latest',
	askedDueOn: 'currentDueOn',
	doneOn: 'state'
};

/** What is asked for, and what else somebody changed since the workbook left. */
export function comparedCells(change: Change): ComparedCell[] {
	const { sheet, theirs, before, now, changed } = change;
	const columns = WORKBOOK_COLUMNS[sheet];
	const asked = columns.filter(({ name }) => theirs[name] !== undefined);
	const shown = new Set(asked.map(({ name }) => COUNTERPARTS[name]));
	const others = columns.filter(({ name }) => changed.includes(name) && !shown.has(name));
	return [
		...asked.map(({ name, label }) => {
			const told = COUNTERPARTS[name];
			return {
				label,
				before: told ? said(told, before) : '',
				now: told ? said(told, now) : '',
				theirs: worded(theirs[name] ?? '')
			};
		}),
		...others.map(({ name, label }) => {
			return { label, before: said(name, before), now: said(name, now), theirs: '' };
		})
	];
}

function said(name: string, row: WorkbookRow | null): string {
	return row === null ? 'Closed, done or gone' : worded(toldText(name, row[name]) ?? '');
}

function worded(text: string): string {
	const day = parsePlainDate(text);
	return day ? formatDay(day) : text;
}
