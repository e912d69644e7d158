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
import type { ChartModel } from './types.ts';

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
	{ id, noun, message }: { id: string; noun: string; message?: string },
	rows: readonly StatusRow[],
	width: number
): ChartModel {
	const rollup = rollUp(addCounts(rows.map(({ counts }) => counts)));
	const title = message ?? statusMessage(rollup);
	const columns = [sentenceCase(noun), ...BANDS.map(wordOf), 'Total'];
	if (rows.length === 0) return emptyChart(id, title, columns, width);

	const bounded = boundWidth(width);
	const text = textSizeAt(bounded);
	const bars = rows.map((row) => BANDS.map((band) => countIn(band, row.counts)));
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
			label: wordOf(band),
			counts: bars.map((bar) => bar[index] ?? 0)
		})),
		bands: {
			looks: BANDS.map((band) => BAND_LOOKS[band]),
			lookBy: 'dataset',
			numbers: 'inside',
			text: { size: 14, lineHeight: 18 }
		},
		key: layOutKey(
			BANDS.map((band) => ({ label: wordOf(band), look: BAND_LOOKS[band] })),
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
		table: {
			columns,
			rows: rows.map(({ href }, index) => ({
				header: names[index] ?? '',
				...(href === undefined ? {} : { href, links: linksFrom(href) }),
				cells: [...(bars[index] ?? []), sum(bars[index])]
			}))
		},
		width: bounded,
		height: barHeight(chart)
	};
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

function wordOf(band: Band): string {
	return band === 'closed-otherwise' ? 'Closed otherwise' : STATUS_LOOK[band].word;
}

function nameOf({ reference, title }: StatusRow): string {
	return cleanText(`${reference} ${title}`).trim();
}

function sum(numbers: readonly number[] = []): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function describe(rows: readonly StatusRow[], noun: string, total: number): string {
	const all = addCounts(rows.map(({ counts }) => counts));
	const parts = BANDS.map((band) => `${wordOf(band).toLowerCase()} ${countIn(band, all)}`);
	return (
		`Bar chart of ${plural(total, 'assignment')} by status, one bar for each of ` +
		`${plural(rows.length, noun)}. In all: ${parts.join(', ')}.`
	);
}

function sentenceCase(noun: string): string {
	return noun.slice(0, 1).toUpperCase() + noun.slice(1);
}
