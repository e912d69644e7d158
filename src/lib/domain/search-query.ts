import { wordsOf } from './search-text.ts';

/** What can be found, in the order in which it is shown. */
export const SEARCH_KINDS = [
	'recommendation',
	'assignment',
	'organisation',
	'update',
	'evidence',
	'comment'
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Of what somebody types, in characters; the rest is not read. */
export const LONGEST_SEARCH_TEXT = 200;
/** Words looked for; the rest is not. */
export const MOST_WORDS = 12;
const LONGEST_WORD = 64;

/** Something that a result must hold: one word, or several that stand one after the other. */
export interface SearchTerm {
	/** Folded. */
	readonly words: readonly [string, ...string[]];
	/** Whether a longer word counts that begins with it: 'interview' finds 'interviews'. */
	readonly isPrefix: boolean;
}

/**
 * What to look for. Words in double quotes stand together; everything else that is no letter or number only
 * parts words, so that nothing typed has a meaning of its own.
 */
export function readSearchTerms(text: string): SearchTerm[] {
	const terms: SearchTerm[] = [];
	let left = MOST_WORDS;
	for (const [index, piece] of text.slice(0, LONGEST_SEARCH_TEXT).split(/["“”]/).entries()) {
		const words = wordsOf(piece)
			.map((word) => word.slice(0, LONGEST_WORD))
			.slice(0, left);
		left -= words.length;
		const isQuoted = index % 2 === 1;
		const groups = isQuoted ? [words] : words.map((word) => [word]);
		for (const [first, ...rest] of groups) {
			if (first === undefined) continue;
			terms.push({ words: [first, ...rest], isPrefix: !isQuoted && isLongEnough(first) });
		}
	}
	return terms;
}

/** A number is looked for as it is: 7 is not 70. Nor do one or two letters say how a word begins. */
function isLongEnough(word: string): boolean {
	return word.length >= 3 && !/^\p{N}+$/u.test(word);
}

/** Whether text beyond the limits was typed, which was not looked for. */
export function isCutShort(text: string): boolean {
	return text.length > LONGEST_SEARCH_TEXT || wordsOf(text).length > MOST_WORDS;
}
