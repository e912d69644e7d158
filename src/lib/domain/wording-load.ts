import type { WordedDeadline } from './deadline.ts';
import type { PartWords } from './part.ts';

/** What became of wording that was loaded: it waits for its second checker, is in force, or was put aside. */
export const WORDING_LOAD_OUTCOMES = ['accepted', 'put-aside'] as const;
export type WordingLoadOutcome = (typeof WORDING_LOAD_OUTCOMES)[number];

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
