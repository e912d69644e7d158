import { EVIDENCE_MIX, type EvidenceMix } from '#lib/domain/evidence-mix.ts';
import { STANDING_WORDING } from '#lib/wording/standing.ts';
import { bandsByRecommendation, type CountsByRecommendation } from './bands-by-recommendation.ts';
import { EVIDENCE_LOOKS } from './palette.ts';
import { evidenceMessage } from './standing-messages.ts';
import type { ChartModel } from './types.ts';

export type EvidenceInput = CountsByRecommendation<EvidenceMix>;

/** What claims rest on, confirmed or waiting. */
export function evidenceByRecommendation(input: EvidenceInput, width: number): ChartModel {
	return bandsByRecommendation(
		{
			id: 'evidence-by-recommendation',
			title: evidenceMessage,
			rule:
				'Assignments claimed or confirmed, each counted once by its strongest evidence: uploaded, ' +
				'then sighted, then a link. Withdrawn or quarantined evidence does not count.',
			bands: EVIDENCE_MIX.map((word) => ({
				...{ word, label: STANDING_WORDING.evidence[word], look: EVIDENCE_LOOKS[word] }
			})),
			totalled: 'Claimed or confirmed',
			emptyNote: 'Nothing claimed yet',
			filterOf: (evidence) => ({ evidence })
		},
		input,
		width
	);
}
