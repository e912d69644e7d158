import { readQueueQuery } from '#lib/forms/queue-query.ts';
import { RISK_LOOK, riskReasonText } from '#lib/wording/claim-risk.ts';
import { NOBODY_YET, STAGE_WORDS } from '#lib/wording/review-queue.ts';
import { readReviewQueue } from '../../reads/review-queue.ts';
import {
	cellsOf,
	day,
	number,
	pageByPage,
	text,
	type ListColumn,
	type OpenListOf
} from './open-list.ts';

type Claim = Awaited<ReturnType<typeof readReviewQueue>>['claims'][number];

const COLUMNS: readonly ListColumn<Claim>[] = [
	text('assignment', 'Assignment', 16, (row) => `${row.reference}/${row.organisationCode}`),
	text('title', 'Title', 40, (row) => row.title),
	text('organisation', 'Organisation', 32, (row) => row.organisationName),
	day('claimedOn', 'Claimed on', (row) => row.claimedOn),
	text('claimant', 'Claimed by', 24, (row) => row.claimant),
	number('days', 'Days waited', (row) => row.days),
	text('risk', 'Risk', 16, (row) => RISK_LOOK[row.risk.level].word),
	text('why', 'Why', 48, (row) => row.risk.reasons.map(riskReasonText).join('. ')),
	number('evidence', 'Items of evidence', (row) => row.evidence),
	text('stage', 'Stage', 20, (row) => STAGE_WORDS[row.stage]),
	text('reviewer', 'Taken by', 24, (row) => row.reviewer ?? NOBODY_YET)
];

/** The claims that wait for a decision, in the order of the queue. */
export const openReviews: OpenListOf = async ({ context, actor, params }) => {
	const query = readQueueQuery(params);
	const read = async (page: number) => {
		const queue = await readReviewQueue(context, actor, { ...query, page });
		return { ...queue, rows: queue.claims };
	};
	const first = await read(1);
	return {
		name: 'claims-to-review',
		title: 'Claims to review',
		about: [`${first.found} of the ${first.backlog.waiting} claims that wait for a decision`],
		columns: COLUMNS,
		total: first.found,
		chunks: cellsOf(COLUMNS, pageByPage(first, read))
	};
};
