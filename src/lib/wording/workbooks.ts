import { CHANGES_A_PAGE, type WorkbookChangeKind } from '#lib/domain/workbook.ts';

/** What a change of a returned workbook asks for. */
export const WORKBOOK_KIND_WORDS: Readonly<Record<WorkbookChangeKind, string>> = {
	update: 'Publish an update',
	extension: 'Ask for more time',
	action: 'Complete an action'
};

/** 'This page has 31 to 60.' */
export function placeSentence({ page, total }: { page: number; total: number }): string {
	const first = (page - 1) * CHANGES_A_PAGE + 1;
	return `This page has ${first} to ${Math.min(first + CHANGES_A_PAGE - 1, total)}.`;
}
