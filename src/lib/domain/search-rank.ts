import type { SearchTerm } from './search-query.ts';
import { foldText } from './search-text.ts';

export interface Rankable {
	readonly title: string;
	readonly body: string;
}

/** How soon more of the same word stops counting, how much long texts lose, and what a title is worth. */
const SATURATION = 1.2;
const LENGTH = 0.75;
const TITLE_WEIGHT = 4;
/** What it is worth that the words stand together as they were typed. */
const TOGETHER = 1.5;

/**
 * The texts, those that fit best first; where two fit alike, in the order given. BM25 with fields, of the texts
 * given alone: every one of them holds every word, so how rare a word is elsewhere weighs nothing, and the order
 * cannot tell a reader how often others use it.
 */
export function rankTexts<Text extends Rankable>(
	texts: readonly Text[],
	terms: readonly SearchTerm[]
): Text[] {
	const patterns = terms.map(patternOf);
	const together = terms.length > 1 ? togetherOf(terms) : null;
	const average = texts.reduce((sum, text) => sum + lengthOf(text), 0) / texts.length;
	const scored = texts.map((text, place) => {
		const title = foldText(text.title);
		const body = foldText(text.body);
		const norm = SATURATION * (1 - LENGTH + (LENGTH * lengthOf(text)) / (average || 1));
		let score = 0;
		for (const pattern of patterns) {
			const often = TITLE_WEIGHT * timesIn(title, pattern) + timesIn(body, pattern);
			score += often / (often + norm);
		}
		if (together && (together.test(title) || together.test(body))) score += TOGETHER;
		return { text, score, place };
	});
	return scored.sort((a, b) => b.score - a.score || a.place - b.place).map(({ text }) => text);
}

function lengthOf({ title, body }: Rankable): number {
	return title.length + body.length;
}

function timesIn(text: string, pattern: RegExp): number {
	return text === '' ? 0 : (text.match(pattern)?.length ?? 0);
}

const BETWEEN = '[^\\p{L}\\p{N}]+';

function patternOf(term: SearchTerm): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${sourceOf(term)}`, 'gu');
}

function togetherOf(terms: readonly SearchTerm[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${terms.map(sourceOf).join(BETWEEN)}`, 'u');
}

/** Words are letters and numbers, which mean themselves in a pattern. */
function sourceOf({ words, isPrefix }: SearchTerm): string {
	return words.join(BETWEEN) + (isPrefix ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])');
}
