import {
	acceptanceByRecommendation,
	type AcceptanceInput
} from './acceptance-by-recommendation.ts';
import { dueAhead, type DueAheadInput } from './due-ahead.ts';
import { evidenceByRecommendation, type EvidenceInput } from './evidence-by-recommendation.ts';
import { firstDecisions, type FirstDecisionsInput } from './first-decisions.ts';
import { freshnessByRecommendation, type FreshnessInput } from './freshness-by-recommendation.ts';
import { overdueAgeing, type OverdueAgeingInput } from './overdue-ageing.ts';
import { reviewerBacklog, type ReviewerBacklogInput } from './reviewer-backlog.ts';
import { claimedAndConfirmed, type ClaimedAndConfirmedInput } from './claimed-and-confirmed.ts';
import { slippage, type SlippageInput } from './slippage.ts';
import { statusByRegion, type RegionsInput } from './status-by-region.ts';
import { statusByRecommendation, type RecommendationCounts } from './status-by-recommendation.ts';
import { timeliness, type TimelinessInput } from './timeliness.ts';
import { waitingOn, type WaitingOnInput } from './waiting-on.ts';
import { onceForEachText } from './measured-once.ts';
import type { ChartModel } from './types.ts';

/** What each chart is drawn from: plain data, so that it can travel to the browser. */
export interface ChartInputs {
	'status-by-recommendation': readonly RecommendationCounts[];
	'claimed-and-confirmed': ClaimedAndConfirmedInput;
	timeliness: TimelinessInput;
	'overdue-ageing': OverdueAgeingInput;
	'due-ahead': DueAheadInput;
	'freshness-by-recommendation': FreshnessInput;
	'acceptance-by-recommendation': AcceptanceInput;
	'evidence-by-recommendation': EvidenceInput;
	'waiting-on': WaitingOnInput;
	'reviewer-backlog': ReviewerBacklogInput;
	'first-decisions': FirstDecisionsInput;
	slippage: SlippageInput;
	'status-by-region': RegionsInput;
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
	timeliness,
	'overdue-ageing': overdueAgeing,
	'due-ahead': dueAhead,
	'freshness-by-recommendation': freshnessByRecommendation,
	'acceptance-by-recommendation': acceptanceByRecommendation,
	'evidence-by-recommendation': evidenceByRecommendation,
	'waiting-on': waitingOn,
	'reviewer-backlog': reviewerBacklog,
	'first-decisions': firstDecisions,
	slippage,
	'status-by-region': statusByRegion
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
	const { id, title, rule, description, table, ...size } = chartModel(chart as never, width);
	const said = { id, title, description, table, ...(rule === undefined ? {} : { rule }) };
	return { ...said, width: size.width, height: size.height };
}, 400);

/** The chart at a width in CSS pixels. The server's picture and the browser's canvas both start here. */
export function chartModel<Name extends ChartName>(
	chart: { readonly name: Name; readonly data: ChartInputs[Name] },
	width: number
): ChartModel {
	return CHARTS[chart.name](chart.data, width);
}
