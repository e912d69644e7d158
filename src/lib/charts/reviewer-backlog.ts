import { CLAIM_AGE_NAMES } from '#lib/domain/claim-age.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { STANDING_WORDING } from '#lib/wording/standing.ts';
import { barsChart } from './bars.ts';
import { linkTo, type ListAddress } from './list-address.ts';
import { backlogMessage, sumOf } from './standing-messages.ts';
import { CLAIM_LOOKS } from './palette.ts';
import type { ChartModel } from './types.ts';

export interface ReviewerBacklogInput {
	readonly list: ListAddress;
	readonly counts: Standing['claimedFor'];
}

/** For how long claims have waited for the inspectorate: the days that are its own to answer for. */
export function reviewerBacklog({ list, counts }: ReviewerBacklogInput, width: number): ChartModel {
	const words = STANDING_WORDING.claimedFor;
	const parts = CLAIM_AGE_NAMES.map(
		(age) => `${words[age].toLowerCase()} ${formatNumber(counts[age])}`
	);
	return barsChart(
		{
			id: 'reviewer-backlog',
			title: backlogMessage(counts),
			rule: 'Claims reported complete that nobody has decided, by the days since they were made.',
			description:
				`Bar chart of ${plural(sumOf(counts), 'claim')} by how long they have waited: ` +
				`${parts.join(', ')}.`,
			rowsAre: 'Waiting for',
			counted: 'Number of claims',
			rows: CLAIM_AGE_NAMES.map((age) => words[age]),
			series: [
				{
					label: 'Claims',
					look: CLAIM_AGE_NAMES.map((age) =>
						age === 'over-56' ? CLAIM_LOOKS.longest : CLAIM_LOOKS.waiting
					),
					counts: CLAIM_AGE_NAMES.map((age) => counts[age]),
					links: CLAIM_AGE_NAMES.map((age) => linkTo(list, { claimedFor: age }))
				}
			]
		},
		width
	);
}
