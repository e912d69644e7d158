import { rollUp } from '#lib/domain/rollup.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { TIMELINESS } from '#lib/domain/timeliness.ts';
import { ORGANISATION_KIND_WORDS } from '#lib/wording/organisation.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { TIMELINESS_LOOK } from '#lib/wording/timeliness.ts';
import type { Counts } from '../../reads/counts.ts';
import { readOrganisations } from '../../reads/organisations.ts';
import { readRecommendations } from '../../reads/recommendations.ts';
import { number, text, wholeList, type ListColumn, type OpenListOf } from './open-list.ts';

// Lists whose rows are counts of assignments: a cell is empty where the reader may not know the count.

interface Counted {
	readonly counts: Pick<Counts, 'statuses' | 'timeliness' | 'wouldBeOverdue'> | null;
}

const COUNTS: readonly ListColumn<Counted>[] = [
	number('total', 'Assignments', ({ counts }) => counts && rollUp(counts.statuses).total),
	number('applicable', 'Applicable', ({ counts }) => counts && rollUp(counts.statuses).applicable),
	...ASSIGNMENT_STATUSES.map((status) =>
		number<Counted>(status, STATUS_LOOK[status].word, ({ counts }) => counts?.statuses[status])
	),
	...TIMELINESS.map((state) =>
		number<Counted>(
			state,
			`Open: ${TIMELINESS_LOOK[state].word.toLowerCase()}`,
			({ counts }) => counts?.timeliness[state]
		)
	),
	number(
		'would-be-overdue',
		'Overdue if no deadline had been moved',
		({ counts }) => counts?.wouldBeOverdue
	)
];

type Recommendation = Awaited<ReturnType<typeof readRecommendations>>['recommendations'][number];

const RECOMMENDATION: readonly ListColumn<Recommendation>[] = [
	text('recommendation', 'Recommendation', 16, (row) => row.reference),
	text('title', 'Title', 40, (row) => row.title),
	text('theme', 'Theme', 24, (row) => row.theme),
	...COUNTS
];

/** The recommendations of one inspection, with their national counts. */
export const openRecommendations: OpenListOf = async ({ context, actor, params }) => {
	const code = params.get('inspection') || undefined;
	const { inspection, recommendations } = await readRecommendations(context, actor, code);
	const list = {
		name: `${inspection.code}-recommendations`,
		title: `Recommendations: ${inspection.title}`,
		about: ['The counts are of all organisations']
	};
	return wholeList(list, RECOMMENDATION, recommendations);
};

type Body = Awaited<ReturnType<typeof readOrganisations>>['bodies'][number];

const BODY: readonly ListColumn<Body>[] = [
	text('code', 'Code', 12, (row) => row.code),
	text('organisation', 'Organisation', 36, (row) => row.name),
	text('kind', 'Kind of body', 24, (row) => ORGANISATION_KIND_WORDS[row.kind].singular),
	text('region', 'Region', 20, (row) => row.region),
	...COUNTS
];

/** Every organisation, with the counts of those that the reader may see in full. */
export const openOrganisations: OpenListOf = async ({ context, actor, params }) => {
	const code = params.get('inspection') || undefined;
	const { inspection, bodies } = await readOrganisations(context, actor, code);
	const list = {
		name: `${inspection.code}-organisations`,
		title: `Organisations: ${inspection.title}`,
		about: ['Counts are shown of the organisations that the reader may see']
	};
	return wholeList(list, BODY, bodies);
};
