import { ATTENTION, type AttentionGroup } from '#lib/domain/attention.ts';
import type { Freshness } from '#lib/domain/freshness.ts';
import { CLOSED_OTHERWISE, OPEN_STATUSES } from '#lib/domain/status.ts';
import { DUE_SOON_DAYS } from '#lib/domain/timeliness.ts';
import { FRESHNESS_LOOK } from './freshness.ts';
import { headlineFacts, type HeadlineCounts } from './headline.ts';
import { paths, withQuery, type QueryValue } from './paths.ts';
import { wouldBeOverdueWords } from './timeliness.ts';

/** A large number and the list of exactly what it counts. */
export interface Figure {
	readonly value: number;
	readonly label: string;
	readonly href: string;
}

/** Where a group of assignments is listed: in the whole inspection, or of one organisation. */
export interface ListPlace {
	readonly inspection: string;
	/** The organisation's code; all organisations when it is missing. */
	readonly organisation?: string | undefined;
}

export function listHref(
	{ inspection, organisation }: ListPlace,
	filter: Readonly<Record<string, QueryValue>> = {}
): string {
	const path = organisation === undefined ? paths.assignments() : paths.organisation(organisation);
	return withQuery(path, { inspection, ...filter });
}

/** The list of what one number counts, where the page that shows it is about `place`. */
export type HrefOf = (filter: Readonly<Record<string, QueryValue>>) => string;

/** The four numbers of an inspection. Confirmed first; no date is counted apart. */
export function oversightFigures(place: ListPlace, counts: HeadlineCounts): Figure[] {
	return headlineFigures(counts, (filter) => listHref(place, filter));
}

/** The four numbers of the headline. */
export function headlineFigures(counts: HeadlineCounts, hrefOf: HrefOf): Figure[] {
	const { confirmed, claimed, overdue, noDate } = headlineFacts(counts);
	return [
		{ value: confirmed, label: 'Confirmed', href: hrefOf({ status: 'confirmed' }) },
		{
			value: claimed,
			label: 'Reported complete, waiting for a decision',
			href: hrefOf({ status: 'reported-complete' })
		},
		{ value: overdue, label: 'Overdue', href: hrefOf({ timeliness: 'overdue' }) },
		{ value: noDate, label: 'No deadline set', href: hrefOf({ timeliness: 'no-date' }) }
	];
}

/** What the headline says beside its four numbers, as far as there is any of it. */
export function otherFigures(counts: HeadlineCounts, hrefOf: HrefOf): Figure[] {
	const { applicable, open, closedOtherwise, overdue, wouldBeOverdue } = headlineFacts(counts);
	const figures = [
		{
			value: applicable,
			label: applicable === 1 ? 'assignment counts' : 'assignments count',
			href: hrefOf({ status: [...OPEN_STATUSES, 'confirmed'] })
		},
		{ value: open, label: 'open', href: hrefOf({ status: OPEN_STATUSES }) },
		{
			value: wouldBeOverdue === overdue ? 0 : wouldBeOverdue,
			label: 'overdue if no deadline had been moved',
			href: hrefOf({ timeliness: 'would-be-overdue' })
		},
		{
			value: closedOtherwise,
			label: 'closed otherwise and not counted',
			href: hrefOf({ status: CLOSED_OTHERWISE })
		}
	];
	return figures.filter(({ value }) => value > 0);
}

/** What an organisation counts of its own work; what it is silent about apart from what is not late yet. */
export type OwnCounts = HeadlineCounts & {
	readonly freshness: Readonly<Record<Freshness, number>>;
	/** Open ones that wait for another body. */
	readonly waiting: number;
};

/** What an organisation is asked for: six numbers of its own. */
export function ownFigures(place: ListPlace, counts: OwnCounts): Figure[] {
	const { freshness, statuses, timeliness, waiting } = counts;
	return [
		{
			value: timeliness.overdue,
			label: 'Overdue',
			href: listHref(place, { timeliness: 'overdue' })
		},
		{
			value: timeliness['due-soon'],
			label: `Due within ${DUE_SOON_DAYS} days`,
			href: listHref(place, { timeliness: 'due-soon' })
		},
		{
			value: statuses.returned,
			label: 'Returned',
			href: listHref(place, { status: 'returned' })
		},
		{
			value: freshness.owed,
			label: FRESHNESS_LOOK.owed.word,
			href: listHref(place, { freshness: 'owed' })
		},
		{
			value: freshness['not-reported'],
			label: FRESHNESS_LOOK['not-reported'].word,
			href: listHref(place, { freshness: 'not-reported' })
		},
		{
			value: waiting,
			label: 'Waiting for another body',
			href: listHref(place, { only: 'waiting' })
		}
	];
}

/** All of a group that needs attention, sorted as its first few are wherever lists sort so. */
export function attentionHref(place: ListPlace, group: AttentionGroup): string {
	return listHref(place, { ...ATTENTION[group], sort: SORTS[group] });
}

const SORTS: Readonly<Partial<Record<AttentionGroup, string>>> = {
	overdue: 'due',
	'no-owner': 'due',
	orphan: 'due',
	waiting: 'due',
	returned: 'changed',
	claimed: 'changed'
};

/** '43 if no deadline had been moved', where that is another number than those that are overdue. */
export function wouldBeOverdueLink(
	place: ListPlace,
	counts: HeadlineCounts
): { readonly text: string; readonly href: string } | null {
	const { overdue, wouldBeOverdue } = headlineFacts(counts);
	const text = wouldBeOverdueWords(overdue, wouldBeOverdue);
	return text === null ? null : { text, href: listHref(place, { timeliness: 'would-be-overdue' }) };
}
