import type { ChartConfiguration } from 'chart.js';
import { FONT_FAMILY, GRID_FROM_NOUGHT, LOCALE, QUIET_COLOUR, TEXT_COLOUR } from './measures.ts';
import type { BandsOptions, KeyOptions } from './plugins/options.ts';
import type { RowLayout } from './row-layout.ts';

const AXIS_HEIGHT = 52;
const RIGHT_EDGE = 12;
const AXIS_FONT = { family: FONT_FAMILY, size: 14 } as const;

export interface BarSeries {
	readonly label: string;
	readonly counts: readonly number[];
}

export interface BarChart {
	readonly rows: RowLayout;
	/** Names in full, for the tooltip. */
	readonly names: readonly string[];
	readonly series: readonly BarSeries[];
	readonly bands: BandsOptions;
	readonly key?: { readonly key: KeyOptions; readonly height: number };
	/** The series stand below each other in a row, not after each other in one bar. */
	readonly isGrouped?: boolean;
	/** Room for the number after the longest bar. */
	readonly numberRoom?: number;
	readonly width: number;
	readonly axisTitle: string;
}

/** Horizontal bars from nought on an axis of whole numbers. */
export function barConfig(chart: BarChart): ChartConfiguration<'bar'> {
	const { rows, key, isGrouped = false } = chart;
	const plotWidth = chart.width - rows.left;
	return {
		type: 'bar',
		data: {
			labels: [...chart.names],
			datasets: chart.series.map(({ label, counts }) => ({
				label,
				data: [...counts],
				barThickness: rows.barThickness
			}))
		},
		options: {
			indexAxis: 'y',
			animation: false,
			responsive: false,
			locale: LOCALE,
			interaction: { mode: 'index', axis: 'y', intersect: false },
			layout: {
				padding: {
					left: rows.left,
					top: (key?.height ?? 0) + rows.top,
					right: RIGHT_EDGE + (chart.numberRoom ?? 0),
					bottom: 0
				}
			},
			scales: {
				y: { stacked: !isGrouped, display: false, offset: true },
				x: {
					stacked: !isGrouped,
					beginAtZero: true,
					suggestedMax: 1,
					border: { display: false },
					grid: { color: GRID_FROM_NOUGHT, tickLength: 6 },
					ticks: {
						precision: 0,
						maxTicksLimit: plotWidth < 450 ? 5 : 7,
						maxRotation: 0,
						padding: 0,
						// Keeps the nought inside the picture where no label stands left of the bars.
						align: rows.left === 0 ? 'inner' : 'center',
						font: AXIS_FONT,
						color: QUIET_COLOUR
					},
					title: {
						display: true,
						text: chart.axisTitle,
						font: AXIS_FONT,
						color: TEXT_COLOUR,
						align: 'start'
					}
				}
			},
			plugins: {
				bands: chart.bands,
				rowLabels: rows.labels,
				...(key ? { key: key.key } : {})
			}
		}
	};
}

/** CSS pixels from the key down to the title of the axis. */
export function barHeight({ rows, key, names }: BarChart): number {
	return Math.ceil((key?.height ?? 0) + rows.top + names.length * rows.rowHeight + AXIS_HEIGHT);
}
