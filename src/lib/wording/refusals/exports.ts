import { EXPORT_ROWS_MAX, EXPORTS_AT_ONCE } from '#lib/domain/export.ts';
import { formatNumber, plural } from '../counts.ts';
import type { RefusalWords } from './words.ts';

export const EXPORT_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'export-too-long': {
		title: 'This list is too long for one file',
		message: `A file holds ${formatNumber(EXPORT_ROWS_MAX)} rows. Go back and narrow the list with a filter.`
	},
	'workbook-cell': {
		title: 'A cell cannot be read',
		message: 'A cell of this row cannot be read any more. Type it on the page instead.'
	},
	'exports-running': {
		title: 'Wait until your other downloads are done',
		message: `You can have ${plural(EXPORTS_AT_ONCE, 'download')} of lists going at a time. Try again when one is done.`
	}
};
