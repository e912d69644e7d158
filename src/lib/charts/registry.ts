import { claimedAndConfirmed, type ProgressDay } from './claimed-and-confirmed.ts';
import { statusByRecommendation, type RecommendationCounts } from './status-by-recommendation.ts';
import { timeliness, type TimelinessInput } from './timeliness.ts';
import { onceForEachText } from './measured-once.ts';
import type { ChartModel } from './types.ts';

/** What each chart is drawn from: plain data, so that it can travel to the browser. */
export interface ChartInputs {
	'status-by-recommendation': readonly RecommendationCounts[];
	'claimed-and-confirmed': readonly ProgressDay[];
	timeliness: TimelinessInput;
}
export type ChartName = keyof ChartInputs;

export type ChartSource = {
	[Name in ChartName]: { readonly name: Name; readonly data: ChartInputs[Name] };
}[ChartName];

const CHARTS: {
	readonly [Name in ChartName]: (data: ChartInputs[Name], width: number) => ChartModel;
} = {
	'status-by-recommendation': statusByRecommendation,
	'claimed-and-confirmed': claimedAndConfirmed,
	timeliness
};

export function isChartName(text: string): text is ChartName {
	return Object.hasOwn(CHARTS, text);
}

/** What a page says of a chart, and the room it takes at a width in CSS pixels: everything but the drawing. */
export function chartFacts<Name extends ChartName>(
	chart: { readonly name: Name; readonly data: ChartInputs[Name] },
	width: number
): ChartFacts {
	return factsOf(JSON.stringify({ chart, width }));
}

type ChartFacts = Omit<ChartModel, 'config'>;

const factsOf = onceForEachText((question): ChartFacts => {
	const { chart, width } = JSON.parse(question) as { chart: ChartSource; width: number };
	const { id, title, description, table, ...size } = chartModel(chart as never, width);
	return { id, title, description, table, width: size.width, height: size.height };
}, 100);

/** The chart at a width in CSS pixels. The server's picture and the browser's canvas both start here. */
export function chartModel<Name extends ChartName>(
	chart: { readonly name: Name; readonly data: ChartInputs[Name] },
	width: number
): ChartModel {
	return CHARTS[chart.name](chart.data, width);
}
