import type { PackCount, PackExceptions, PackRow } from '#lib/domain/pack-content.ts';
import type { Movement } from '#lib/domain/movement.ts';
import { reconciles } from '#lib/domain/movement.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { paths, withQuery } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { PAGE_MARKING } from '#lib/wording/reminders.ts';
import { SAMPLE_NOTICE, SERVICE_NAME } from '#lib/wording/service.ts';
import { BASIS_OF_STATUS, changeWords, spanWords, standingWords } from '#lib/wording/summary.ts';
import { address, cell, heading, paragraph, smallPrint, strong, table } from './blocks.ts';
import { exceptionTable, movementTable } from './sheet-tables.ts';

/** One body, or the whole inspection, as the summary reads it. */
interface Summary {
	readonly today: PlainDate;
	readonly since: PlainDate;
	readonly body: { readonly code: string; readonly name: string } | null;
	readonly inspection: { readonly code: string; readonly title: string };
	readonly counts: PackCount;
	readonly national: PackCount;
	readonly rows: readonly PackRow[];
	readonly movement: Movement;
	readonly exceptions: readonly PackExceptions[];
}

interface Facts {
	readonly isSample: boolean;
	readonly origin: string;
	/** Epoch milliseconds: of the register that was read. */
	readonly at: number;
}

/** What fits below the recommendations on one sheet. */
const EXCEPTIONS_SHOWN = 8;

/** How one body stands, on one sheet of A4. */
export function bodySheet(summary: Summary, { isSample, origin, at }: Facts): Paper {
	const { today, since, body, inspection, rows, movement } = summary;
	const name = plainLine(body?.name ?? 'All organisations');
	const path = body === null ? paths.assignments() : paths.organisation(body.code);
	return {
		...{ format: 1, title: name, caption: inspection.title, marking: PAGE_MARKING },
		...{ asAt: `Data as at ${formatDay(today)}`, code: null, hash: null },
		notice: isSample ? `${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}` : null,
		...{ author: SERVICE_NAME, madeAt: at },
		blocks: [
			paragraph(strong(headlineSentence(headlineFacts(summary.counts)))),
			smallPrint(`All organisations: ${headlineSentence(headlineFacts(summary.national))}`),
			heading(2, 'The recommendations'),
			table(
				`Change is since the end of ${formatDay(since)}`,
				[
					['Recommendation', 32],
					['Original deadline', 15],
					['Current deadline', 15],
					['How it stands', 22],
					['Change', 16]
				],
				rows.map((row) => [
					cell(strong(row.reference), ` ${plainLine(row.title)}`),
					cell(spanWords(row.original)),
					cell(spanWords(row.current)),
					cell(
						standingWords(
							row.counts.statuses,
							row.counts.timeliness.overdue,
							row.counts.wouldBeOverdue
						)
					),
					cell(changeWords(row.movement))
				]),
				true
			),
			...(reconciles(movement) ? [movementTable(movement, since, today)] : []),
			heading(2, 'Exceptions'),
			exceptionTable({
				...{ groups: summary.exceptions, today, shown: EXCEPTIONS_SHOWN },
				label: 'Recommendation',
				nameOf: (row) =>
					body === null ? `${row.reference} ${row.organisationCode}` : row.reference
			}),
			smallPrint('All of it: ', address(origin + withQuery(path, { inspection: inspection.code }))),
			smallPrint(BASIS_OF_STATUS[0] ?? '')
		]
	};
}
