import { statusBars, type StatusRow } from './status-bars.ts';
import type { ChartModel } from './types.ts';

export type RecommendationCounts = StatusRow;

/** How the assignments of each recommendation stand, in the order given. */
export function statusByRecommendation(
	recommendations: readonly RecommendationCounts[],
	width: number
): ChartModel {
	const about = { id: 'status-by-recommendation', noun: 'recommendation' };
	return statusBars(about, recommendations, width);
}
