import type { SearchTerm } from './search-query.ts';
import { foldText, WORD } from './search-text.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
	readonly text: string;
	readonly isMarked: boolean;
}

interface Span {
	readonly start: number;
	readonly end: number;
}

/** Characters of an extract. */
const EXTRACT = 220;
const BEFORE = 60;

/** The whole text, in pieces. */
export function markText(text: string, terms: readonly SearchTerm[]): MarkedPiece[] {
	return piecesOf(text, foundIn(text, terms), 0, text.length);
}

/** Where the words stand closest together, with what stands around them; the beginning where they do not stand. */
export function extractOf(text: string, terms: readonly SearchTerm[]): MarkedPiece[] {
	const flat = text.replace(/\s+/g, ' ').trim();
	const found = foundIn(flat, terms);
	const best = densest(found);
	const wanted = best === undefined || best.start <= BEFORE ? 0 : best.start - BEFORE;
	const start = wanted === 0 ? 0 : nextWord(flat, wanted);
	const end = lastWord(flat, start + EXTRACT);
	const pieces = piecesOf(flat, found, start, end);
	if (start > 0) pieces.unshift({ text: '… ', isMarked: false });
	if (end < flat.length) pieces.push({ text: ' …', isMarked: false });
	return pieces;
}

function foundIn(text: string, terms: readonly SearchTerm[]): Span[] {
	const tokens = Array.from(text.matchAll(WORD), (match) => ({
		word: foldText(match[0]),
		start: match.index,
		end: match.index + match[0].length
	}));
	const spans: Span[] = [];
	for (let index = 0; index < tokens.length; index += 1) {
		const length = Math.max(0, ...terms.map((term) => lengthAt(tokens, index, term)));
		if (length === 0) continue;
		spans.push({ start: tokens[index]!.start, end: tokens[index + length - 1]!.end });
		index += length - 1;
	}
	return spans;
}

/** How many words from here on are the term: none, or all of its own. */
function lengthAt(
	tokens: readonly { readonly word: string }[],
	index: number,
	{ words, isPrefix }: SearchTerm
): number {
	const isHere = words.every((word, offset) => {
		const token = tokens[index + offset]?.word;
		return isPrefix ? token?.startsWith(word) : token === word;
	});
	return isHere ? words.length : 0;
}

/** The first of the spans after which most others follow within an extract. */
function densest(spans: readonly Span[]): Span | undefined {
	let best: { readonly span: Span; readonly many: number } | undefined;
	let last = 0;
	for (const [first, span] of spans.entries()) {
		while (last < spans.length && spans[last]!.end <= span.start + EXTRACT - BEFORE) last += 1;
		if (!best || last - first > best.many) best = { span, many: last - first };
	}
	return best?.span;
}

function piecesOf(text: string, found: readonly Span[], from: number, to: number): MarkedPiece[] {
	const pieces: MarkedPiece[] = [];
	let at = from;
	const push = (end: number, isMarked: boolean) => {
		if (end > at) pieces.push({ text: text.slice(at, end), isMarked });
		at = Math.max(at, end);
	};
	for (const { start, end } of found) {
		if (start < from || end > to) continue;
		push(start, false);
		push(end, true);
	}
	push(to, false);
	return pieces;
}

function nextWord(text: string, from: number): number {
	const space = text.indexOf(' ', from);
	return space === -1 || space > from + 30 ? safeAt(text, from) : space + 1;
}

function lastWord(text: string, to: number): number {
	if (to >= text.length) return text.length;
	const space = text.lastIndexOf(' ', to);
	return space <= to - 30 ? safeAt(text, to) : space;
}

/** Not between the two halves of one character. */
function safeAt(text: string, index: number): number {
	return /[\udc00-\udfff]/.test(text[index] ?? '') ? index - 1 : index;
}
