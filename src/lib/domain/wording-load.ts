import type { DeadlineKind, WordedDeadline } from './deadline.ts';
import { isBlank, NARRATIVE_MAX } from './narrative.ts';
import { changeParts, PART_TEXT_MAX, type PartWords } from './part.ts';
import { Refusal } from './refusal.ts';
import { moveOf, type AssignmentStatus } from './status.ts';

/** Whose words a recommendation has: ours, or those of the report. */
export const WORDING_KINDS = ['working-summary', 'official'] as const;

/** What became of wording that was loaded: it waits for its second checker, is in force, or was put aside. */
export const WORDING_LOAD_OUTCOMES = ['accepted', 'put-aside'] as const;
export type WordingLoadOutcome = (typeof WORDING_LOAD_OUTCOMES)[number];

/** How loaded wording goes between people: back to its loader, and offered to a checker again. */
export const WORDING_TURNS = ['sent-back', 'offered'] as const;
export type WordingTurn = (typeof WORDING_TURNS)[number];

/** Where loaded wording stands. What was sent back waits for its loader, and nobody accepts it until then. */
export type WordingStanding = WordingLoadOutcome | 'to-check' | 'sent-back';

export function standingOf(
	outcome: WordingLoadOutcome | null,
	lastTurn: WordingTurn | null
): WordingStanding {
	return outcome ?? (lastTurn === 'sent-back' ? 'sent-back' : 'to-check');
}

/** The longest source that is read, in characters: the recommendations of a report fill a tenth of it. */
export const SOURCE_MAX = 400_000;
/** The most recommendations that are read from one source. */
export const LOAD_ITEMS_MAX = 200;

/** What a reader of the source could not make out, or left out: said beside each recommendation, never guessed. */
export const UNREAD = [
	'no-number',
	'number-twice',
	'list-or-number',
	'no-text',
	'too-long',
	'addressees-none',
	'addressees-unknown',
	'addressees-conditional',
	'deadline-none',
	'deadline-unread',
	'deadline-unclear',
	'deadline-in-part',
	'deadline-in-part-unclear',
	'not-applicable-note',
	'parts-unclear',
	'too-many-parts',
	'broken-word',
	'heading-left-out',
	'page-mark-left-out'
] as const;
export type Unread = (typeof UNREAD)[number];

/** One recommendation as it was read from its source. */
export interface ReadItem {
	/** The part of the source that it was read from, unchanged. */
	readonly sourceText: string;
	readonly number: number | null;
	readonly title: string | null;
	readonly theme: string | null;
	readonly text: string;
	readonly page: string | null;
	/** The words for whom it is addressed to, as printed. */
	readonly addressees: string | null;
	/** Codes of the organisations that the words stand for. */
	readonly organisations: readonly string[];
	readonly deadline: WordedDeadline | null;
	readonly parts: readonly PartWords[];
	readonly unread: readonly Unread[];
	/** False for what looks like no recommendation: a preface, or a note that one does not apply. */
	readonly isIncluded: boolean;
}

/** What of an item decides whether it can be accepted. */
export interface ItemToAccept {
	readonly position: number;
	readonly number: number | null;
	readonly title: string | null;
	readonly theme: string | null;
	readonly text: string;
	readonly organisations: readonly string[];
	readonly deadlineKind: DeadlineKind | null;
	readonly parts: readonly PartWords[];
	readonly isIncluded: boolean;
}

/** What has to be mended before wording is accepted. */
export const ITEM_PROBLEMS = [
	'item-number-needed',
	'item-number-twice',
	'item-text-needed',
	'item-text-too-long',
	'item-title-needed',
	'item-theme-needed',
	'item-addressees-needed',
	'item-not-applicable',
	'item-parts-wrong'
] as const;
export type ItemProblem = (typeof ITEM_PROBLEMS)[number];

/**
 * What stands in the way of accepting each item. One that the register has not got needs a short title, a
 * theme and somebody to fall to; one that it has keeps its own.
 * @param known the numbers of the recommendations that the register has
 */
export function problemsOfItems(
	items: readonly ItemToAccept[],
	known: ReadonlySet<number>
): { readonly position: number; readonly problem: ItemProblem }[] {
	const included = items.filter(({ isIncluded }) => isIncluded);
	return included.flatMap((item) => {
		const isNew = item.number !== null && !known.has(item.number);
		const twins = included.filter(({ number }) => number === item.number);
		const problems: (ItemProblem | false)[] = [
			item.number === null && 'item-number-needed',
			item.number !== null && twins.length > 1 && 'item-number-twice',
			isBlank(item.text) && 'item-text-needed',
			item.text.length > NARRATIVE_MAX && 'item-text-too-long',
			isNew && isBlank(item.title ?? '') && 'item-title-needed',
			isNew && isBlank(item.theme ?? '') && 'item-theme-needed',
			isNew && item.organisations.length === 0 && 'item-addressees-needed',
			item.deadlineKind === 'not-applicable' && 'item-not-applicable',
			!arePartsSound(item.parts) && 'item-parts-wrong'
		];
		return problems.flatMap((problem) => (problem ? [{ position: item.position, problem }] : []));
	});
}

function arePartsSound(parts: readonly PartWords[]): boolean {
	try {
		changeParts([], parts);
		return parts.every(({ text }) => !isBlank(text) && text.length <= PART_TEXT_MAX);
	} catch (thrown) {
		if (thrown instanceof Refusal) return false;
		throw thrown;
	}
}

/** One body to which a recommendation is to fall, or from which it is to be withdrawn. */
export interface AllocationOffer {
	readonly number: number;
	readonly organisation: string;
	readonly step: 'add' | 'withdraw';
}

/**
 * What the addressees as they were read would change of whom a recommendation falls to. Nothing of it is done
 * unless the checker says so, each by itself. Where nobody was read, nothing follows.
 */
export function allocationOffers(
	number: number,
	addressees: readonly string[],
	allocated: readonly { readonly organisation: string; readonly status: AssignmentStatus }[]
): AllocationOffer[] {
	if (addressees.length === 0) return [];
	const bearers = new Set(allocated.map(({ organisation }) => organisation));
	const added = addressees.filter((code) => !bearers.has(code));
	const withdrawn = allocated.filter(
		({ organisation, status }) => !addressees.includes(organisation) && canBeWithdrawn(status)
	);
	return [
		...added.map((organisation) => ({ number, organisation, step: 'add' as const })),
		...withdrawn.map(({ organisation }) => ({ number, organisation, step: 'withdraw' as const }))
	];
}

function canBeWithdrawn(status: AssignmentStatus): boolean {
	return moveOf('set-no-further-action').from.includes(status);
}

/** '7:*', for all of one recommendation. */
export function everyOffer(number: number | null): string {
	return `${number}:*`;
}

/** '7:KENT', as a form sends it back. */
export function offerText({ number, organisation }: AllocationOffer): string {
	return `${number}:${organisation}`;
}
