import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { EvidenceMix } from '#lib/domain/evidence-mix.ts';
import type { FirstDecision } from '#lib/domain/first-decision.ts';
import type { Freshness } from '#lib/domain/freshness.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { CountsByRecommendation } from './bands-by-recommendation.ts';
import type { ListAddress } from './list-address.ts';
import type { ChartInputs } from './registry.ts';
import type { AwaitedBody } from './waiting-on.ts';

type Counts<Word extends string> = Readonly<Record<Word, number>>;

/** How what a dashboard is about stands. */
export interface StandingFigures {
	readonly all: Standing;
	readonly awaited: { readonly bodies: readonly AwaitedBody[]; readonly waiting: number };
	readonly recommendations: readonly {
		readonly number: number;
		readonly reference: string;
		readonly title: string;
		readonly acceptance: Counts<Acceptance>;
		readonly evidence: Counts<EvidenceMix>;
		readonly firstDecision: Counts<FirstDecision>;
		readonly freshness: Counts<Freshness>;
	}[];
}

/** The charts of how things stand, for a page and for the picture alike, in the order of a dashboard. */
export function standingInputs(list: ListAddress, figures: StandingFigures) {
	const { all, awaited } = figures;
	return {
		'overdue-ageing': {
			list,
			overdueFor: all.overdueFor,
			originallyOverdueFor: all.originallyOverdueFor
		},
		'due-ahead': { list, counts: all.dueWithin },
		'freshness-by-recommendation': byRecommendation(list, figures, 'freshness'),
		'waiting-on': { list, ...awaited },
		'acceptance-by-recommendation': byRecommendation(list, figures, 'acceptance'),
		'evidence-by-recommendation': byRecommendation(list, figures, 'evidence'),
		'reviewer-backlog': { list, counts: all.claimedFor },
		'first-decisions': byRecommendation(list, figures, 'firstDecision')
	} as const satisfies Partial<ChartInputs>;
}

export type StandingChartName = keyof ReturnType<typeof standingInputs>;

export const STANDING_CHARTS: readonly StandingChartName[] = [
	'overdue-ageing',
	'due-ahead',
	'freshness-by-recommendation',
	'waiting-on',
	'acceptance-by-recommendation',
	'evidence-by-recommendation',
	'reviewer-backlog',
	'first-decisions'
];

export function isStandingChart(name: string): name is StandingChartName {
	return (STANDING_CHARTS as readonly string[]).includes(name);
}

type Field = 'acceptance' | 'evidence' | 'firstDecision' | 'freshness';
type CountsIn<Name extends Field> = StandingFigures['recommendations'][number][Name];

function byRecommendation<Name extends Field>(
	list: ListAddress,
	{ recommendations }: StandingFigures,
	field: Name
): CountsByRecommendation<keyof CountsIn<Name> & string> {
	return {
		list,
		rows: recommendations.map(({ number, reference, title, [field]: counts }) => ({
			...{ number, reference, title },
			counts: counts as never
		}))
	};
}
