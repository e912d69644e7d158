import type { PackAssignment, PackContent, PackRow } from '#lib/domain/pack-content.ts';
import type { PaperBlock } from '#lib/domain/paper.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { ACCEPTANCE_LOOK } from '#lib/wording/acceptance.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { deadlineWords, movedWords } from '#lib/wording/deadline.ts';
import { NO_OWNER } from '#lib/wording/owner.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { leadWords, spanWords, standingWords } from '#lib/wording/summary.ts';
import { address, cell, heading, look, paragraph, smallPrint, table } from './blocks.ts';

/** Each recommendation by itself: which organisations stand where, or how the one body does. */
export function eachRecommendation(content: PackContent): PaperBlock[] {
	const byReference = Map.groupBy(content.assignments, ({ reference }) => reference);
	return [
		heading(2, 'Each recommendation', true),
		...content.rows.flatMap((row) =>
			oneRecommendation(content, row, byReference.get(row.reference) ?? [])
		)
	];
}

function oneRecommendation(
	{ body, origin }: PackContent,
	row: PackRow,
	assignments: readonly PackAssignment[]
): PaperBlock[] {
	const { statuses, timeliness } = row.counts;
	const [own] = assignments;
	const title = heading(3, `${row.reference} ${plainLine(row.title)}`);
	if (body !== null && own) return [title, facts(own), ...place(origin, own)];
	return [
		title,
		paragraph(
			`${standingWords(statuses, timeliness.overdue, row.counts.wouldBeOverdue)}. Lead: ${leadWords(row.leads)}. `,
			`Original deadline: ${spanWords(row.original)}. Current deadline: ${spanWords(row.current)}.`
		),
		statusTable(row.reference, assignments),
		smallPrint(
			'All of it: ',
			address(origin + paths.recommendation(row.reference)),
			', and on one sheet: ',
			address(origin + paths.recommendationSheet(row.reference))
		)
	];
}

function facts(own: PackAssignment): PaperBlock {
	const moved = own.deadlineMoves > 0 ? `, ${movedWords(own)}` : '';
	const day = (date: PackAssignment['currentDueOn']) =>
		date === null ? deadlineWords(null) : formatDay(date);
	return {
		kind: 'facts',
		rows: [
			{ name: 'Status', runs: cell(look(STATUS_LOOK[own.status])) },
			{ name: 'Accepted', runs: cell(look(ACCEPTANCE_LOOK[own.acceptance])) },
			{ name: 'Original deadline', runs: cell(day(own.originalDueOn)) },
			{ name: 'Current deadline', runs: cell(day(own.currentDueOn) + moved) },
			{ name: 'Owner', runs: cell(plainLine(own.ownerPost ?? NO_OWNER)) }
		]
	};
}

function place(origin: string, { reference, organisationCode }: PackAssignment): PaperBlock[] {
	return [
		smallPrint(
			'All of it: ',
			address(origin + paths.assignment(reference, organisationCode)),
			', and all organisations on one sheet: ',
			address(origin + paths.recommendationSheet(reference))
		)
	];
}

/** A distribution with names, in the order of the regions: never a ranking. */
export function statusTable(
	reference: string,
	assignments: readonly Pick<PackAssignment, 'status' | 'organisationName'>[]
): PaperBlock {
	const byStatus = Map.groupBy(assignments, ({ status }) => status);
	return table(
		`${reference}: organisations by status`,
		[
			['Status', 22],
			['How many', 10, 'number'],
			['Which, by region', 68]
		],
		ASSIGNMENT_STATUSES.flatMap((status) => {
			const those = byStatus.get(status);
			if (!those) return [];
			const names = those.map(({ organisationName }) => shortName(organisationName));
			return [
				[cell(look(STATUS_LOOK[status])), cell(formatNumber(those.length)), cell(names.join(', '))]
			];
		}),
		true
	);
}

/** Of a force its name without what all of them have in it. */
function shortName(name: string): string {
	return plainLine(name).replace(/ (Police|Constabulary)$/, '');
}
