import type { Page } from './pages.ts';
import type { Staged } from './scene.ts';

/** The pages of workbooks that leave and come back. */
export function workbookPages(staged: Staged): Page[] {
	return [
		{ id: '/(app)/workbooks', params: {}, needs: null },
		{
			id: '/(app)/workbooks/[key]',
			params: { key: staged.workbookKey },
			needs: { of: 'assignment', action: 'bring-workbook' }
		}
	];
}
