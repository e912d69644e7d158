import { addCounts, rollUp, type StatusCounts } from '#lib/domain/rollup.ts';
import { CLOSED_OTHERWISE, type AssignmentStatus } from '#lib/domain/status.ts';
import { plural } from '#lib/wording/counts.ts';
import { narrowed } from '#lib/wording/paths.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { barConfig, barHeight } from './bar-config.ts';
import { emptyChart } from './empty-chart.ts';
import { layOutKey } from './key-layout.ts';
import { cleanText } from './label-text.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import { statusMessage } from './messages.ts';
import { BAND_LOOKS, BANDS, type Band } from './palette.ts';
import { layOutRows } from './row-layout.ts';
import type { ChartModel, ChartTable } from './types.ts';

export interface StatusRow {
	/** Empty where the title is name enough. */
	readonly reference: string;
	readonly title: string;
	readonly counts: StatusCounts;
	/** Where the assignments of this row are listed: all that are counted, of every status. */
	readonly href?: string;
}

/** How the assignments of each row stand: one bar each, in the order given. */
export function statusBars(
	{ id, noun }: { id: string; noun: string },
	rows: readonly StatusRow[],
	width: number
): ChartModel {
	const rollup = rollUp(addCounts(rows.map(({ counts }) => counts)));
	const title = statusMessage(rollup);
	const table = statusTable(sentenceCase(noun), rows);
	if (rows.length === 0) return emptyChart(id, title, table.columns, width);

	const bounded = boundWidth(width);
	const text = textSizeAt(bounded);
	const bars = rows.map(({ counts }) => countsInBands(counts));
	const names = rows.map(nameOf);
	const chart = {
		rows: layOutRows(
			rows.map(({ reference, title }, index) => ({
				reference,
				title,
				...(sum(bars[index]) === 0 ? { emptyNote: 'Not allocated yet' } : {})
			})),
			bounded
		),
		names,
		series: BANDS.map((band, index) => ({
			label: bandWord(band),
			counts: bars.map((bar) => bar[index] ?? 0)
		})),
		bands: {
			looks: BANDS.map((band) => BAND_LOOKS[band]),
			lookBy: 'dataset',
			numbers: 'inside',
			text: { size: 14, lineHeight: 18 }
		},
		key: layOutKey(
			BANDS.map((band) => ({ label: bandWord(band), look: BAND_LOOKS[band] })),
			bounded,
			text
		),
		width: bounded,
		axisTitle: 'Number of assignments'
	} as const;
	return {
		id,
		title,
		description: describe(rows, noun, rollup.total),
		config: barConfig(chart),
		table,
		width: bounded,
		height: barHeight(chart)
	};
}

/** The numbers of each row by band and in all, with the lists that they count. */
export function statusTable(rowsAre: string, rows: readonly StatusRow[]): ChartTable {
	return {
		columns: [rowsAre, ...BANDS.map(bandWord), 'Total'],
		rows: rows.map(({ href, counts, ...row }) => ({
			header: nameOf(row),
			...(href === undefined ? {} : { href, links: linksFrom(href) }),
			cells: [...countsInBands(counts), rollUp(counts).total]
		}))
	};
}

/** In the order of the bands. */
export function countsInBands(counts: StatusCounts): number[] {
	return BANDS.map((band) => countIn(band, counts));
}

export function bandWord(band: Band): string {
	return band === 'closed-otherwise' ? 'Closed otherwise' : STATUS_LOOK[band].word;
}

function countIn(band: Band, counts: StatusCounts): number {
	return sum(statusesOf(band).map((status) => counts[status]));
}

/** The list of each band, and of all of them. */
function linksFrom(href: string): string[] {
	return [...BANDS.map((band) => narrowed(href, { status: statusesOf(band) })), href];
}

function statusesOf(band: Band): readonly AssignmentStatus[] {
	return band === 'closed-otherwise' ? CLOSED_OTHERWISE : [band];
}

function nameOf({ reference, title }: Pick<StatusRow, 'reference' | 'title'>): string {
	return cleanText(`${reference} ${title}`).trim();
}

function sum(numbers: readonly number[] = []): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function describe(rows: readonly StatusRow[], noun: string, total: number): string {
	const all = addCounts(rows.map(({ counts }) => counts));
	const parts = BANDS.map((band) => `${bandWord(band).toLowerCase()} ${countIn(band, all)}`);
	return (
		`Bar chart of ${plural(total, 'assignment')} by status, one bar for each of ` +
		`${plural(rows.length, noun)}. In all: ${parts.join(', ')}.`
	);
}

function sentenceCase(noun: string): string {
	return noun.slice(0, 1).toUpperCase() + noun.slice(1);
}
