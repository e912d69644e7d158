import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { ACCEPTANCE_LOOK } from '#lib/wording/acceptance.ts';
import { plural } from '#lib/wording/counts.ts';
import { FILTER_TITLES, filterWord, type FilterField } from '#lib/wording/filters.ts';
import { FRESHNESS_LOOK } from '#lib/wording/freshness.ts';
import { CAPACITY_WORDS, ORGANISATION_KIND_WORDS } from '#lib/wording/organisation.ts';
import { holderNote } from '#lib/wording/owner.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { TIMELINESS_LOOK } from '#lib/wording/timeliness.ts';
import {
	readEveryAssignment,
	readWholeAssignmentList,
	type WholeAssignmentRow
} from '../../reads/whole-assignment-list.ts';
import { cellsOf, day, number, text, type ListColumn, type OpenListOf } from './open-list.ts';

const COLUMNS: readonly ListColumn<WholeAssignmentRow>[] = [
	text('assignment', 'Assignment', 16, (row) => `${row.reference}/${row.organisationCode}`),
	text('recommendation', 'Recommendation', 16, (row) => row.reference),
	text('title', 'Title', 40, (row) => row.title),
	text('theme', FILTER_TITLES.theme, 24, (row) => row.theme),
	text('organisationCode', 'Organisation code', 14, (row) => row.organisationCode),
	text('organisation', 'Organisation', 32, (row) => row.organisationName),
	text('kind', FILTER_TITLES.kind, 20, (row) => ORGANISATION_KIND_WORDS[row.kind].singular),
	text('region', FILTER_TITLES.region, 20, (row) => row.region),
	text('capacity', FILTER_TITLES.capacity, 14, (row) => CAPACITY_WORDS[row.capacity]),
	text('acceptance', FILTER_TITLES.acceptance, 16, (row) => ACCEPTANCE_LOOK[row.acceptance].word),
	text('status', FILTER_TITLES.status, 20, (row) => STATUS_LOOK[row.status].word),
	day('statusSince', 'Status since', (row) => row.statusOn),
	day('originalDeadline', 'Original deadline', (row) => row.originalDueOn),
	day('currentDeadline', 'Current deadline', (row) => row.currentDueOn),
	number('moves', 'Deadline moved', (row) => row.deadlineMoves),
	day('target', 'Own target', (row) => row.targetOn),
	text('timeliness', FILTER_TITLES.timeliness, 20, (row) =>
		row.timeliness ? TIMELINESS_LOOK[row.timeliness].word : null
	),
	text('reporting', FILTER_TITLES.freshness, 20, (row) =>
		row.freshness ? FRESHNESS_LOOK[row.freshness].word : null
	),
	day('lastReported', 'Last reported', (row) => row.lastReportedOn),
	text('owner', 'Owner', 28, (row) => row.ownerPost),
	text('holder', 'Held by', 28, (row) =>
		row.ownerPost === null ? null : holderNote(row.ownerName, row.isOwnerGone)
	)
];

/** The assignments of one inspection, as /assignments shows them with the same query. */
export const openAssignments: OpenListOf = async ({ context, actor, params }) => {
	const query = readAssignmentListQuery(params);
	const { inspection, total, chunks } = await readWholeAssignmentList(context, actor, query);
	return {
		name: `${inspection.code}-assignments`,
		title: `Assignments: ${inspection.title}`,
		about: filterLines(query.filter),
		columns: COLUMNS,
		total,
		chunks: cellsOf(COLUMNS, chunks)
	};
};

/** The same of every inspection: the whole register, as far as the reader may see it. */
export const openRegister: OpenListOf = async ({ context, actor, params }) => {
	const query = readAssignmentListQuery(params);
	const { inspections, total, chunks } = await readEveryAssignment(context, actor, query);
	return {
		name: 'register-assignments',
		title: `Assignments of ${plural(inspections, 'inspection')}`,
		about: filterLines(query.filter),
		columns: COLUMNS,
		total,
		chunks: cellsOf(COLUMNS, chunks)
	};
};

function filterLines(filter: AssignmentFilter): string[] {
	const lines = (Object.keys(filter) as FilterField[]).flatMap((field) => {
		const words = filter[field].map((value) => filterWord(field, value));
		return words.length > 0 ? [`${FILTER_TITLES[field]}: ${words.join(', ')}`] : [];
	});
	return lines.length > 0 ? lines : ['All assignments that the reader may see, without a filter'];
}
