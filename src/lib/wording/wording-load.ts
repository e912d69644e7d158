import type { DeadlineKind } from '#lib/domain/deadline.ts';
import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type {
	ItemProblem,
	Unread,
	WordingStanding,
	WordingTurn
} from '#lib/domain/wording-load.ts';
import { formatNumber, plural } from './counts.ts';
import { formatDay } from './dates.ts';
import { DEADLINE_KIND_WORDS } from './deadline.ts';
import { partDeadlineSentence } from './parts.ts';

/** What the reading could not make out, as the page says it beside the source. */
export const UNREAD_WORDS: Readonly<Record<Unread, string>> = {
	'no-number': 'No number was found.',
	'number-twice': 'This number is there twice.',
	'list-or-number': 'This number could as well be that of a list in the recommendation before.',
	'no-text': 'There is no text under this number.',
	'too-long': 'The text is longer than a recommendation can be. Is the next number missing?',
	'addressees-none': 'Nobody is addressed before “should”.',
	'addressees-unknown': 'Not all words for the addressees are in the table of phrases.',
	'addressees-conditional':
		'The addressees are named by a condition. Which organisations meet it is not in the words.',
	'deadline-none': 'No deadline was found.',
	'deadline-unread': 'Words speak of time, but no deadline could be read from them.',
	'deadline-unclear': 'Two deadlines are there that differ.',
	'deadline-in-part': 'A part has a deadline of its own, which is kept with the part.',
	'deadline-in-part-unclear':
		'Words in a part speak of time, but no one deadline could be read from them.',
	'not-applicable-note':
		'This says that a recommendation does not apply to somebody. Record that on the assignment.',
	'parts-unclear': 'The letters or numbers of the parts do not follow on each other.',
	'too-many-parts': 'There are more parts than a recommendation can have.',
	'broken-word': 'A word was broken at the end of a line. Is its hyphen its own?',
	'heading-left-out': 'A heading was left out.',
	'page-mark-left-out': 'A page number was left out.'
};

const PROBLEM_WORDS: Readonly<Record<ItemProblem, string>> = {
	'item-number-needed': 'has no number',
	'item-number-twice': 'has a number that another has too',
	'item-text-needed': 'has no text',
	'item-text-too-long': 'has too long a text',
	'item-title-needed': 'is new and needs a short title',
	'item-theme-needed': 'is new and needs a theme',
	'item-addressees-needed': 'is new and falls to nobody yet',
	'item-not-applicable': 'is a note that one does not apply: leave it out',
	'item-parts-wrong': 'has parts without text, with the same letter, or too many'
};

/** 'Item 3 has no number' */
export function itemProblemWords(position: number | null, problem: string): string {
	const words = Object.hasOwn(PROBLEM_WORDS, problem)
		? PROBLEM_WORDS[problem as ItemProblem]
		: 'has something to mend';
	return `${position === null ? 'An item' : `Item ${position}`} ${words}`;
}

/** 'Recommendation 7', or where it has no number 'Item 3'. */
export function itemName(position: number, number: number | null): string {
	return number === null ? `Item ${position}, without a number` : `Recommendation ${number}`;
}

export const STANDING_WORDS: Readonly<Record<WordingStanding, string>> = {
	'to-check': 'To be checked',
	'sent-back': 'Sent back to be corrected',
	accepted: 'Accepted',
	'put-aside': 'Put aside'
};

export const TURN_WORDS: Readonly<Record<WordingTurn, string>> = {
	'sent-back': 'Sent back to be corrected',
	offered: 'Corrected and offered again'
};

/** Whole kinds of organisations, as the form offers them. */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
	'police-force:*': 'All police forces of England and Wales',
	'regional-unit:*': 'All regional organised crime units'
};

interface FallsTo {
	readonly pattern: string;
	readonly name: string | null;
	readonly count: number;
}

/** 'All police forces of England and Wales (43), National Crime Agency' */
export function fallsToWords(fallsTo: readonly FallsTo[]): string {
	if (fallsTo.length === 0) return 'Nobody yet';
	return fallsTo
		.map(({ pattern, name, count }) => name ?? `${PATTERN_WORDS[pattern] ?? pattern} (${count})`)
		.join(', ');
}

interface ReadDeadline {
	readonly deadlinePhrase: string | null;
	readonly deadlineKind: DeadlineKind | null;
	readonly deadlineLastDay: PlainDate | null;
	readonly deadlineRule: string | null;
}

/** '“By March 2023”: 31 March 2023. The last day of the month printed.' */
export function deadlineSentence(deadline: ReadDeadline): string {
	const { deadlinePhrase, deadlineKind, deadlineLastDay, deadlineRule } = deadline;
	if (deadlineKind === null) return 'None was found';
	const phrase = deadlinePhrase === null ? '' : `“${deadlinePhrase}”: `;
	const day = deadlineLastDay === null ? '' : `${formatDay(deadlineLastDay)}. `;
	return `${phrase}${day}${deadlineRule ?? DEADLINE_KIND_WORDS[deadlineKind]}.`;
}

export interface ReadPart {
	readonly label: string;
	readonly deadline?: StatedDeadline | null | undefined;
}

/** A row for each part that has a deadline of its own. */
export function partDeadlineRows(parts: readonly ReadPart[]): { key: string; value: string }[] {
	return parts.flatMap(({ label, deadline }) =>
		deadline ? [{ key: `Part ${label}`, value: partDeadlineSentence(deadline) }] : []
	);
}

/** What is asked of the checker about whom a recommendation falls to. */
export const OFFER_WORDS = {
	add: {
		legend: 'names these, which it does not fall to. Select those that it should fall to',
		hint: undefined
	},
	withdraw: {
		legend: 'falls to these, which it does not name. Select those that it should be withdrawn from',
		hint: 'Withdrawing closes the assignment with no further action. It stays in the record.'
	}
} as const;

/** How the form names the kinds of a deadline. */
export function deadlineWayWords(way: 'none' | 'read' | DeadlineKind): string {
	if (way === 'none') return 'The wording says nothing of a deadline';
	if (way === 'read') return 'Read it from the words above';
	return DEADLINE_KIND_WORDS[way];
}

/** What a deadline does to the assignments that are there. */
export function reachSentence(
	{
		reached,
		assignments,
		item
	}: { reached: number; assignments: number; item: { deadlineKind: DeadlineKind | null } },
	isStanding: boolean
): string {
	if (item.deadlineKind === null) return 'No date changes.';
	if (!isStanding) return 'Every new assignment gets it.';
	return `${plural(reached, 'assignment')} of ${formatNumber(assignments)} would get it. Dates of their own, extensions and closed assignments stay.`;
}

/** What the parts that were read do to those that stand. */
export function partsEffect(read: readonly string[], standing: readonly string[]): string {
	if (read.length === 0) {
		return standing.length === 0
			? 'None'
			: `None in the source. ${plural(standing.length, 'part')} that stand stay.`;
	}
	const words = `${plural(read.length, 'part')} (${read.join(', ')})`;
	return standing.length === 0
		? words
		: `${words} take the place of ${standing.join(', ')}. One with the same words stays as it is.`;
}
