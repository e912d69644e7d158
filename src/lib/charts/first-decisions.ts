import { FIRST_DECISIONS, type FirstDecision } from '#lib/domain/first-decision.ts';
import { STANDING_WORDING } from '#lib/wording/standing.ts';
import { bandsByRecommendation, type CountsByRecommendation } from './bands-by-recommendation.ts';
import { DECISION_LOOKS } from './palette.ts';
import { firstDecisionMessage } from './standing-messages.ts';
import type { ChartModel } from './types.ts';

export type FirstDecisionsInput = CountsByRecommendation<FirstDecision>;

/** How often a claim was right the first time. */
export function firstDecisions(input: FirstDecisionsInput, width: number): ChartModel {
	return bandsByRecommendation(
		{
			id: 'first-decisions',
			title: firstDecisionMessage,
			rule:
				'The first claim of each assignment that the inspectorate decided. Claims that the owner ' +
				'withdrew, and what was reopened later, change nothing here.',
			bands: FIRST_DECISIONS.map((word) => ({
				...{ word, label: STANDING_WORDING.firstDecision[word], look: DECISION_LOOKS[word] }
			})),
			totalled: 'Decided in all',
			emptyNote: 'Nothing decided yet',
			filterOf: (firstDecision) => ({ firstDecision })
		},
		input,
		width
	);
}
