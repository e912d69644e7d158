import type { ChartConfiguration } from 'chart.js';
import { toEpochDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { dayTicks } from './day-ticks.ts';
import { wrapText } from './label-text.ts';
import {
	FONT_FAMILY,
	GRID_FROM_NOUGHT,
	isSmall,
	LOCALE,
	QUIET_COLOUR,
	textSizeAt
} from './measures.ts';
import type { LineLook } from './palette.ts';
import type { LineLabelsOptions } from './plugins/options.ts';
import { textWidth } from './text-width.ts';

const LABEL_SPACE = 14;
const AXIS_HEIGHT = 32;
const MARKER_SPACING = 48;
/** About as wide as the axis of counts, with three figures. */
const COUNT_AXIS = 44;
const DAY_LABEL = 68;
const EDGE = 34;
const NARROW_LABEL = 104;

export interface LinePoint {
	/** Days since 1970-01-01. */
	readonly x: number;
	readonly y: number;
	/** The day in words, for the tooltip. */
	readonly label: string;
}

export interface LineSeries {
	readonly label: string;
	readonly look: LineLook;
	readonly points: readonly LinePoint[];
}

export interface LineChart {
	readonly series: readonly LineSeries[];
	readonly first: PlainDate;
	readonly last: PlainDate;
	readonly asAt: { readonly day: PlainDate; readonly label: string } | null;
	readonly countTitle: string;
	readonly width: number;
}

/** Step lines: a count holds until the day that it changes. Each is named at its end. */
export function lineConfig(chart: LineChart): ChartConfiguration<'line'> {
	const text = textSizeAt(chart.width);
	const labels = chart.series.flatMap((series, dataset) => labelOf(series, dataset, chart.width));
	const min = toEpochDay(chart.first);
	const max = Math.max(min + 1, toEpochDay(chart.last));
	const right = Math.max(
		EDGE,
		...labels.map((label) => {
			const end = chart.series[label.dataset]?.points.at(-1)?.x ?? max;
			return roomFor(label.lines, text.size, (max - end) / (max - min), chart.width - COUNT_AXIS);
		})
	);
	const plotWidth = chart.width - COUNT_AXIS - right;
	const font = { family: FONT_FAMILY, size: 14 } as const;
	return {
		type: 'line',
		data: {
			datasets: chart.series.map(({ label, look, points }) => ({
				label,
				data: points.map((point) => ({ ...point })),
				stepped: 'before',
				clip: false,
				borderColor: look.colour,
				borderWidth: look.width,
				borderDash: [...look.dash],
				pointStyle: look.marker,
				pointBackgroundColor: look.colour,
				pointBorderWidth: 0,
				pointRadius: markerRadii(points, plotWidth / (max - min)),
				pointHoverRadius: 7,
				pointHitRadius: 12
			}))
		},
		options: {
			animation: false,
			responsive: false,
			locale: LOCALE,
			interaction: { mode: 'index', axis: 'x', intersect: false },
			layout: {
				padding: {
					top: text.lineHeight * (chart.asAt ? 2 : 1) + 12,
					right,
					bottom: AXIS_HEIGHT,
					left: 0
				}
			},
			scales: {
				x: { type: 'linear', min, max, ticks: { display: false }, grid: { display: false } },
				y: {
					beginAtZero: true,
					suggestedMax: 1,
					border: { display: false },
					grid: { color: GRID_FROM_NOUGHT, drawTicks: false },
					ticks: { precision: 0, maxTicksLimit: 6, padding: 8, font, color: QUIET_COLOUR }
				}
			},
			plugins: {
				dayAxis: {
					text: { size: 14, lineHeight: 18 },
					ticks: dayTicks(chart.first, chart.last, Math.max(2, Math.floor(plotWidth / DAY_LABEL))),
					asAt: chart.asAt && { value: toEpochDay(chart.asAt.day), label: chart.asAt.label },
					countTitle: chart.countTitle
				},
				lineLabels: { text, labels }
			}
		}
	};
}

function labelOf(
	{ label, look, points }: LineSeries,
	dataset: number,
	width: number
): LineLabelsOptions['labels'][number][] {
	const end = points.at(-1);
	if (!end) return [];
	const words = `${label} ${formatNumber(end.y)}`;
	const lines = isSmall(width) ? wrapText(words, NARROW_LABEL, textSizeAt(width).size, 3) : [words];
	return [{ dataset, index: points.length - 1, lines, colour: look.colour }];
}

/**
 * Room right of the plot for a label that starts at the end of its line, `share` of the plot before its
 * right edge: so much that what the plot leaves of `across` still takes the label.
 */
function roomFor(lines: readonly string[], size: number, share: number, across: number): number {
	const widest = Math.max(...lines.map((line) => textWidth(line, size, true))) + LABEL_SPACE;
	return share >= 1 ? 0 : Math.ceil((widest - share * across) / (1 - share));
}

/** Markers where the count changes, thinned so that they never touch, and always one at the end. */
function markerRadii(points: readonly LinePoint[], pixelsPerDay: number): number[] {
	let lastMarked = -Infinity;
	return points.map(({ x, y }, index) => {
		if (index === points.length - 1) return 5;
		const isChange = index > 0 && y !== points[index - 1]?.y;
		const isFar = (x - lastMarked) * pixelsPerDay >= MARKER_SPACING;
		if (!isChange || !isFar) return 0;
		lastMarked = x;
		return 5;
	});
}
