import type { ChartType, TooltipItem, TooltipOptions } from 'chart.js';
import { wrapText } from './label-text.ts';
import { FONT_FAMILY, TEXT_COLOUR } from './measures.ts';

const SIZE = 14;
const MARGIN = 40;
const LINES = 3;

/** Repeats a whole row or day in words, small bands included. Only the browser ever shows it. */
export const TOOLTIP = {
	position: 'nearest' as const,
	backgroundColor: TEXT_COLOUR,
	displayColors: false,
	padding: 10,
	cornerRadius: 0,
	titleFont: { family: FONT_FAMILY, size: SIZE },
	bodyFont: { family: FONT_FAMILY, size: SIZE },
	filter: ({ chart, raw }: TooltipItem<ChartType>) => chart.data.datasets.length === 1 || raw !== 0,
	callbacks: {
		title: ([item]: TooltipItem<ChartType>[]) =>
			item ? wrapText(nameOf(item), item.chart.width - MARGIN, SIZE, LINES) : [],
		label: ({ dataset, formattedValue }: TooltipItem<ChartType>) =>
			`${dataset.label}: ${formattedValue}`
	}
} satisfies Partial<Record<keyof TooltipOptions, unknown>>;

/** Points on an axis of days carry their day in words. */
function nameOf({ raw, label }: TooltipItem<ChartType>): string {
	const isNamed = typeof raw === 'object' && raw !== null && 'label' in raw;
	return isNamed ? String(raw.label) : label;
}
