import type { Acceptance } from '#lib/domain/acceptance.ts';
import { ASKED_TO_ACCEPT } from '#lib/domain/standing.ts';
import { ACCEPTANCE_LOOK } from '#lib/wording/acceptance.ts';
import { bandsByRecommendation, type CountsByRecommendation } from './bands-by-recommendation.ts';
import { ACCEPTANCE_LOOKS } from './palette.ts';
import { acceptanceMessage } from './standing-messages.ts';
import type { ChartModel } from './types.ts';

export type AcceptanceInput = CountsByRecommendation<Acceptance>;

const DRAWN = [
	'accepted',
	'partly-accepted',
	'not-accepted',
	'not-recorded'
] as const satisfies readonly Acceptance[];

/** Which recommendations the bodies accept: a fact of its own, apart from progress. */
export function acceptanceByRecommendation(input: AcceptanceInput, width: number): ChartModel {
	return bandsByRecommendation(
		{
			id: 'acceptance-by-recommendation',
			title: acceptanceMessage,
			rule: 'Of all assignments but those that do not apply or need no further action.',
			bands: DRAWN.map((word) => ({
				...{ word, label: ACCEPTANCE_LOOK[word].word, look: ACCEPTANCE_LOOKS[word] }
			})),
			totalled: 'Asked in all',
			emptyNote: 'Nobody to ask',
			filterOf: (acceptance) => ({ acceptance, status: ASKED_TO_ACCEPT })
		},
		input,
		width
	);
}
