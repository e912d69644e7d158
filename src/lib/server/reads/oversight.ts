import { OVERSIGHT_GROUPS, type AttentionGroup } from '#lib/domain/attention.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { listRecommendations } from '../db/queries/recommendation.ts';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { readAttention, type AttentionRow } from './attention.ts';
import {
	countBy,
	countOrphans,
	noCounts,
	sumCounts,
	type Counts,
	type CountScope
} from './counts.ts';

/** Rows of one group; the list has the rest. */
const SHOWN = 5;

/** One inspection as those who oversee it see it: the numbers, and what needs attention first. */
export const readOversight = remember(
	async (db: Queryable, scope: CountScope, inspectionCode: string) => {
		const byRecommendation = await countBy(db, 'recommendation', scope);
		const counts = sumCounts([...byRecommendation.values()]);
		const titles = await listRecommendations(db, scope.inspectionId);
		const picks = OVERSIGHT_GROUPS.map((group) => ({
			group,
			limit: SHOWN,
			// Whether something waits for another body is the one thing that the counts do not know.
			isCounted: group === 'waiting'
		}));
		const rows = await readAttention(db, scope, picks);
		const waiting = rows.find((row) => row.group === 'waiting')?.total ?? 0;
		return {
			counts,
			recommendations: titles.map(({ id, number, title }) => ({
				reference: recommendationReference(inspectionCode, number),
				title,
				counts: (byRecommendation.get(id) ?? noCounts()).statuses
			})),
			attention: OVERSIGHT_GROUPS.map((group) => ({
				group,
				total: { ...totalsOf(counts), waiting }[group],
				rows: rows.filter((row) => row.group === group).map(asShown)
			})).filter(({ total }) => total > 0)
		};
	}
);

/** Only what the page draws, because it travels to the browser. */
function asShown(row: AttentionRow) {
	return {
		reference: row.reference,
		title: row.title,
		organisationCode: row.organisationCode,
		organisationName: row.organisationName,
		allocatedOn: row.allocatedOn,
		statusOn: row.statusOn,
		acceptance: row.acceptance,
		originalDueOn: row.originalDueOn,
		currentDueOn: row.currentDueOn,
		deadlineMoves: row.deadlineMoves,
		lastReportedOn: row.lastReportedOn,
		claimedOn: row.claimedOn,
		awaitedName: row.awaitedName,
		reviewOn: row.reviewOn,
		orphan: row.orphan,
		ownerPost: row.ownerPost
	};
}

function totalsOf(counts: Counts) {
	return {
		overdue: counts.timeliness.overdue,
		returned: counts.statuses.returned,
		'not-reported': counts.freshness['not-reported'],
		orphan: countOrphans(counts),
		claimed: counts.statuses['reported-complete']
	} satisfies Partial<Record<AttentionGroup, number>>;
}
