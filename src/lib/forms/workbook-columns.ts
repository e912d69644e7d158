import type { ActionState } from '#lib/domain/action.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { WorkbookChangeKind, WorkbookSheet } from '#lib/domain/workbook.ts';
import { ACTION_STATE_LOOK } from '#lib/wording/actions.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';

export interface WorkbookColumn {
	readonly name: string;
	readonly label: string;
	readonly kind: 'text' | 'number' | 'day';
	readonly width: number;
	/** To be filled in; every other cell is told, and stays as it is. */
	readonly isInput?: true;
}

/** What each sheet of a workbook holds. The first column is the key of its row, the second its version. */
export const WORKBOOK_COLUMNS: Readonly<Record<WorkbookSheet, readonly WorkbookColumn[]>> = {
	Assignments: [
		{ name: 'key', label: 'Assignment', kind: 'text', width: 16 },
		{ name: 'version', label: 'Version', kind: 'number', width: 10 },
		{ name: 'title', label: 'Title', kind: 'text', width: 36 },
		{ name: 'status', label: 'Status', kind: 'text', width: 18 },
		{ name: 'currentDueOn', label: 'Current deadline', kind: 'day', width: 16 },
		{ name: 'lastReportedOn', label: 'Last reported', kind: 'day', width: 16 },
		{ name: 'latest', label: 'Latest update', kind: 'text', width: 40 },
		{ name: 'narrative', label: 'Your update', kind: 'text', width: 48, isInput: true },
		{ name: 'confidence', label: 'Confidence', kind: 'text', width: 24, isInput: true },
		{ name: 'nextMilestone', label: 'Next milestone', kind: 'text', width: 32, isInput: true },
		{
			name: 'nextMilestoneOn',
			label: 'Date of next milestone',
			kind: 'day',
			width: 16,
			isInput: true
		},
		{ name: 'askedDueOn', label: 'Deadline asked for', kind: 'day', width: 16, isInput: true },
		{ name: 'reasonCode', label: 'Kind of reason', kind: 'text', width: 24, isInput: true },
		{ name: 'reason', label: 'Reason', kind: 'text', width: 48, isInput: true }
	],
	Actions: [
		{ name: 'key', label: 'Action key', kind: 'text', width: 20 },
		{ name: 'version', label: 'Version', kind: 'number', width: 10 },
		{ name: 'assignment', label: 'Assignment', kind: 'text', width: 16 },
		{ name: 'title', label: 'Action', kind: 'text', width: 48 },
		{ name: 'dueOn', label: 'Due', kind: 'day', width: 16 },
		{ name: 'state', label: 'State', kind: 'text', width: 14 },
		{ name: 'doneOn', label: 'Done on', kind: 'day', width: 16, isInput: true }
	]
};

/** The cells that each kind of change is made of. */
export const WORKBOOK_FIELDS: Readonly<Record<WorkbookChangeKind, readonly string[]>> = {
	update: ['narrative', 'confidence', 'nextMilestone', 'nextMilestoneOn'],
	extension: ['askedDueOn', 'reasonCode', 'reason'],
	action: ['doneOn']
};

export const KINDS_OF_SHEET: Readonly<Record<WorkbookSheet, readonly WorkbookChangeKind[]>> = {
	Assignments: ['update', 'extension'],
	Actions: ['action']
};

/** What a told cell says, in the words of the pages. */
export function toldText(name: string, value: string | null | undefined): string | null {
	if (value === null || value === undefined) return null;
	if (name === 'status') return STATUS_LOOK[value as AssignmentStatus].word;
	return name === 'state' ? ACTION_STATE_LOOK[value as ActionState].word : value;
}

export function workbookColumn(sheet: WorkbookSheet, name: string): WorkbookColumn | undefined {
	return WORKBOOK_COLUMNS[sheet].find((column) => column.name === name);
}
