import type { WorkbookChangeKind } from '#lib/domain/workbook.ts';

/** What a change of a returned workbook asks for. */
export const WORKBOOK_KIND_WORDS: Readonly<Record<WorkbookChangeKind, string>> = {
	update: 'Publish an update',
	extension: 'Ask for more time',
	action: 'Complete an action'
};
