import { plural } from '#lib/wording/counts.ts';
import { londonTime } from './london-time.ts';
import { standingLine, type TableFile } from './table-file.ts';

export const CONTENTS = 'Contents';

/** What the first sheet says, a line a row, the title first. */
export function contentsLines(file: TableFile): string[] {
	return [
		file.title,
		standingLine(file, londonTime(file.asAt)),
		...file.about,
		'Text that could be taken for a formula begins with an apostrophe, which is not part of it.',
		...file.tables.map(({ name, title, total }) =>
			title === file.title
				? `Sheet “${name}”: ${plural(total, 'row')}`
				: `Sheet “${name}”: ${title}, ${plural(total, 'row')}`
		)
	];
}
