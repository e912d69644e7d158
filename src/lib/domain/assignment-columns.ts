/** What a list of assignments can show of each beside its two names, in the order of the table. */
export const ASSIGNMENT_COLUMNS = [
	'theme',
	'region',
	'kind',
	'capacity',
	'standing',
	'changed',
	'due',
	'original',
	'owner',
	'acceptance',
	'reported'
] as const;
export type AssignmentColumn = (typeof ASSIGNMENT_COLUMNS)[number];

/** What it shows to whoever has chosen nothing. */
export const USUAL_COLUMNS: readonly AssignmentColumn[] = ['standing', 'due', 'owner'];

/** In the order of the table, each once; the usual ones where none is chosen. */
export function columnsShown(chosen: readonly AssignmentColumn[]): readonly AssignmentColumn[] {
	const shown = ASSIGNMENT_COLUMNS.filter((column) => chosen.includes(column));
	return shown.length === 0 ? USUAL_COLUMNS : shown;
}

export function areUsual(columns: readonly AssignmentColumn[]): boolean {
	return columns.join() === USUAL_COLUMNS.join();
}
