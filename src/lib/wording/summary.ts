import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { StatusCounts } from '#lib/domain/rollup.ts';
import { rollUp } from '#lib/domain/rollup.ts';
import type { Movement } from '#lib/domain/movement.ts';
import { confirmedOf, formatNumber } from './counts.ts';
import { formatDayShort } from './dates.ts';
import { NO_DEADLINE } from './deadline.ts';
import { ORGANISATION_KIND_WORDS } from './organisation.ts';
import { plainLine } from './plain-line.ts';
import { STATUS_LOOK } from './status.ts';
import { wouldBeOverdueWords } from './timeliness.ts';

interface Lead {
	readonly kind: OrganisationKind;
	readonly items: number;
	readonly codes: readonly string[];
}

const SHORT_KINDS: Partial<Record<OrganisationKind, string>> = {
	'police-force': 'forces',
	'regional-unit': 'regional units'
};
const FEW = 3;

/** '43 forces, 9 regional units, NCA'. */
export function leadWords(leads: readonly Lead[]): string {
	if (leads.length === 0) return 'None';
	return [...leads]
		.sort((a, b) => b.items - a.items)
		.map(({ kind, items, codes }) =>
			items <= FEW
				? codes.join(', ')
				: `${formatNumber(items)} ${SHORT_KINDS[kind] ?? ORGANISATION_KIND_WORDS[kind].plural.toLowerCase()}`
		)
		.join(', ');
}

/** '31 Jul 2026', or from the first to the last day where bodies differ. */
export function spanWords(span: { first: PlainDate; last: PlainDate } | null): string {
	if (span === null) return NO_DEADLINE;
	if (span.first === span.last) return formatDayShort(span.first);
	return `${formatDayShort(span.first)} to ${formatDayShort(span.last)}`;
}

/** '28 of 51 confirmed, 6 reported complete, 10 overdue (14 if no deadline had been moved)'; one body's single assignment is its status word. */
export function standingWords(
	statuses: StatusCounts,
	overdue: number,
	wouldBeOverdue: number
): string {
	const { total, confirmed, applicable, claimed } = rollUp(statuses);
	if (total === 1) {
		const [status] = (Object.keys(statuses) as (keyof StatusCounts)[]).filter(
			(key) => statuses[key] === 1
		);
		const unmoved = wouldBeOverdue > overdue ? ['overdue if no deadline had been moved'] : [];
		const late = overdue > 0 ? ['overdue'] : unmoved;
		return [status ? STATUS_LOOK[status].word : '', ...late].join(', ');
	}
	const unmoved = wouldBeOverdueWords(overdue, wouldBeOverdue);
	const late = overdue > 0 || unmoved ? [`${formatNumber(overdue)} overdue`] : [];
	const waiting = claimed > 0 ? [`${formatNumber(claimed)} reported complete`] : [];
	const words = [confirmedOf(confirmed, applicable), ...waiting, ...late].join(', ');
	return unmoved ? `${words} (${unmoved})` : words;
}

/** '+3 confirmed, +4 reported complete, 1 reopened', or that nothing moved. */
export function changeWords(movement: (Movement & { readonly claimed: number }) | null): string {
	if (movement === null) return 'No change';
	const parts = [
		movement.confirmed > 0 ? `+${formatNumber(movement.confirmed)} confirmed` : '',
		movement.claimed > 0 ? `+${formatNumber(movement.claimed)} reported complete` : '',
		movement.reopened > 0 ? `${formatNumber(movement.reopened)} reopened` : '',
		movement.closedOtherwise > 0
			? `${formatNumber(movement.closedOtherwise)} closed otherwise`
			: '',
		movement.added > 0 ? `${formatNumber(movement.added)} added` : ''
	].filter((part) => part !== '');
	return parts.length > 0 ? parts.join(', ') : 'No change';
}

/** One line of what somebody wrote, cut at a word where it is longer than `max` letters. */
export function excerpt(text: string, max: number): string {
	const line = plainLine(text);
	const letters = [...line];
	if (letters.length <= max) return line;
	const cut = letters.slice(0, max).join('');
	const end = cut.lastIndexOf(' ');
	return `${(end > max / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}

export const MOVEMENT_WORDS: Record<keyof Movement, string> = {
	opening: 'Open at the start',
	added: 'plus added',
	reopened: 'plus reopened',
	confirmed: 'less confirmed',
	closedOtherwise: 'less closed otherwise',
	closing: 'Open now'
};

/** The same between any two days. */
export const MOVEMENT_BETWEEN_WORDS: Record<keyof Movement, string> = {
	...MOVEMENT_WORDS,
	closing: 'Open at the end'
};

/** How a reader should take the words of this paper. */
export const BASIS_OF_STATUS = [
	'Confirmed means that an inspector decided so on the record. Reported complete is the organisation’s own word, which waits for that decision; whoever claims never confirms.',
	'Overdue is measured from the current deadline. Original deadlines are never overwritten, so a date that moved is said to have moved. No deadline set counts as neither late nor on time.',
	'Not reported means that a reporting period closed without an update: the status shown is then the last that was known.',
	'Not applicable, not accepted and no further action stay in the record and out of the total.'
];
