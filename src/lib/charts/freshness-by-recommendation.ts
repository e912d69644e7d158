import { FRESHNESS, type Freshness } from '#lib/domain/freshness.ts';
import { FRESHNESS_LOOK } from '#lib/wording/freshness.ts';
import { bandsByRecommendation, type CountsByRecommendation } from './bands-by-recommendation.ts';
import { FRESHNESS_LOOKS } from './palette.ts';
import { freshnessMessage } from './standing-messages.ts';
import type { ChartModel } from './types.ts';

export type FreshnessInput = CountsByRecommendation<Freshness>;

/** Who has reported and who is silent, of those that owe an update: silence is hatched. */
export function freshnessByRecommendation(input: FreshnessInput, width: number): ChartModel {
	return bandsByRecommendation(
		{
			id: 'freshness-by-recommendation',
			title: freshnessMessage,
			rule:
				'Assignments that the latest reporting period asks. Silence is hatched: what is known of ' +
				'them is from an earlier period.',
			bands: FRESHNESS.map((word) => ({
				...{ word, label: FRESHNESS_LOOK[word].word, look: FRESHNESS_LOOKS[word] }
			})),
			totalled: 'Asked in all',
			emptyNote: 'No update owed',
			filterOf: (freshness) => ({ freshness })
		},
		input,
		width
	);
}
