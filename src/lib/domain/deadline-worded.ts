import { readDeadline, type DeadlineKind } from './deadline.ts';
import { isBlank } from './narrative.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** The kinds of a deadline that somebody can set by hand: that a recommendation does not apply is no deadline. */
export const KINDS_BY_HAND = [
	'fixed-day',
	'month',
	'immediate',
	'immediate-then-by',
	'relative',
	'none-set'
] as const satisfies readonly DeadlineKind[];

/** A deadline as somebody gives it: by its phrase alone, to be read, or by hand with its kind, day and rule. */
export interface GivenDeadline {
	/** As worded, where it is worded. */
	readonly phrase?: string | undefined;
	/** Left out where the phrase is to be read. */
	readonly kind?: DeadlineKind | undefined;
	readonly lastDay?: PlainDate | null | undefined;
	/** How the last day follows, in words that a reader can check. */
	readonly rule?: string | undefined;
}

export interface StatedDeadline {
	readonly phrase: string | null;
	readonly kind: DeadlineKind;
	readonly lastDay: PlainDate | null;
	readonly rule: string;
}

/**
 * The deadline that was given. A phrase that cannot be read is never guessed at.
 * @param publishedOn from which immediate and relative phrases run
 * @throws Refusal 'phrase-needed', 'phrase-unreadable', 'deadline-not-applicable', 'last-day-needed',
 *   'last-day-unwanted' or 'rule-needed', each with its field
 */
export function stateDeadline(given: GivenDeadline, publishedOn: PlainDate): StatedDeadline {
	const { kind, rule = '' } = given;
	const phrase = given.phrase === undefined || isBlank(given.phrase) ? null : given.phrase;
	const lastDay = given.lastDay ?? null;
	if (kind === undefined) return readPhrase(phrase, publishedOn);
	mustBeDeadline(kind);
	if (kind === 'none-set' && lastDay !== null) {
		throw new Refusal('last-day-unwanted', { field: 'lastDay' });
	}
	if (kind !== 'none-set' && lastDay === null) {
		throw new Refusal('last-day-needed', { field: 'lastDay' });
	}
	if (isBlank(rule)) throw new Refusal('rule-needed', { field: 'rule' });
	return { phrase, kind, lastDay, rule };
}

function readPhrase(phrase: string | null, publishedOn: PlainDate): StatedDeadline {
	if (phrase === null) throw new Refusal('phrase-needed', { field: 'phrase' });
	const read = readDeadline(phrase, publishedOn);
	if (read === null) throw new Refusal('phrase-unreadable', { field: 'phrase' });
	mustBeDeadline(read.kind);
	return read;
}

function mustBeDeadline(kind: DeadlineKind): void {
	if (kind === 'not-applicable') {
		throw new Refusal('deadline-not-applicable', { field: 'phrase' });
	}
}
