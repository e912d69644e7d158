import { PART_LABEL_MAX, PARTS_MAX, type PartWords } from './part.ts';
import {
	isHeading,
	isNext,
	isPageMark,
	markerOf,
	plainLineOf,
	type Marker,
	type MarkerStyle
} from './source-lines.ts';
import type { Unread } from './wording-load.ts';

export interface SourceText {
	readonly title: string | null;
	/** The whole of it, its parts in their place, without the line breaks of a page. */
	readonly text: string;
	/** The paragraphs outside of its list, in which the addressees and the deadline stand. */
	readonly sentences: readonly string[];
	readonly parts: readonly PartWords[];
	readonly unread: readonly Unread[];
}

interface Piece {
	readonly marker: Marker | null;
	readonly text: string;
}

/** A piece while its lines are still gathered. */
interface Gathered {
	readonly marker: Marker | null;
	readonly lines: string[];
}

/**
 * Puts the lines of one recommendation together again as paragraphs and parts. No word is added and none
 * is left out but page numbers and headings, and that is said.
 */
export function readSourceText(lines: readonly string[]): SourceText {
	const { pieces, unread } = piecesOf(lines);
	const title = takeTitle(pieces);
	const last = pieces.at(-1);
	if (pieces.length > 1 && last && !last.marker && isHeading(last.text)) {
		pieces.pop();
		unread.add('heading-left-out');
	}
	const top = pieces.find(({ marker }) => marker)?.marker?.style ?? null;
	const parts = partsOf(pieces, top, unread);
	return {
		title,
		text: textOf(pieces, top),
		sentences: pieces.filter(({ marker }) => !marker).flatMap(({ text }) => sentencesOf(text)),
		parts,
		unread: [...unread]
	};
}

export function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.:;?!]["”’']?) +(?=[\p{Lu}“"‘'(])/u);
}

function piecesOf(lines: readonly string[]): { pieces: Piece[]; unread: Set<Unread> } {
	const gathered: Gathered[] = [];
	const unread = new Set<Unread>();
	let isApart = true;
	let before: Marker | null = null;
	for (const line of lines.map(plainLineOf)) {
		if (line === '') {
			isApart = true;
			continue;
		}
		if (isPageMark(line)) {
			unread.add('page-mark-left-out');
			continue;
		}
		const marker = markerOf(line, before);
		const last = gathered.at(-1);
		if (marker) {
			before = marker;
			gathered.push({ marker, lines: [marker.rest] });
		} else if (last && goesOn(last, line, isApart)) last.lines.push(line);
		else gathered.push({ marker: null, lines: [line] });
		isApart = false;
	}
	const pieces = gathered.map(({ marker, lines: own }) => ({ marker, text: joined(own, unread) }));
	return { pieces, unread };
}

/**
 * Whether a line belongs to what stands above it: always without an empty line between, unless it is a
 * heading; across one where a sentence was cut in two, or a bullet stands alone on its line.
 */
function goesOn({ marker, lines }: Gathered, next: string, isApart: boolean): boolean {
	const end = lines.at(-1) ?? '';
	if (!isApart) return !(/[.]["”’')]?$/.test(end.slice(-2)) && isHeading(next));
	if (marker && end === '') return true;
	return !/[.:;?!]["”’')]?$/.test(end.slice(-2)) && /^\p{Ll}/u.test(next);
}

/** A word that the end of a line broke keeps its hyphen: whether it is its own is not to be seen. */
function joined(lines: readonly string[], unread: Set<Unread>): string {
	return lines
		.map((line, index) => {
			if (index === lines.length - 1 || line === '') return line;
			if (!/\p{L}-$/u.test(line)) return `${line} `;
			unread.add('broken-word');
			return line;
		})
		.join('');
}

/** A few words alone, before the sentence. */
function takeTitle(pieces: Piece[]): string | null {
	const [first, second] = pieces;
	if (!first || !second || first.marker || second.marker || !isHeading(first.text)) return null;
	pieces.shift();
	return first.text.replace(/^#{1,6} /, '');
}

function partsOf(
	pieces: readonly Piece[],
	top: MarkerStyle | null,
	unread: Set<Unread>
): PartWords[] {
	const parts: { label: string; text: string }[] = [];
	let before: string | null = null;
	for (const { marker, text } of pieces) {
		if (!marker) continue;
		const current = parts.at(-1);
		if (marker.style !== top && current) {
			current.text += `\n${printedOf(marker)} ${text}`;
			continue;
		}
		const { label } = marker;
		if (label !== null && before !== null && !isNext(label, before, marker.style)) {
			unread.add('parts-unclear');
		}
		if (text === '') unread.add('parts-unclear');
		before = label;
		parts.push({ label: (label ?? String(parts.length + 1)).slice(0, PART_LABEL_MAX), text });
	}
	if (parts.length > PARTS_MAX) unread.add('too-many-parts');
	if (new Set(parts.map(({ label }) => label)).size < parts.length) unread.add('parts-unclear');
	return parts;
}

function textOf(pieces: readonly Piece[], top: MarkerStyle | null): string {
	let text = '';
	let wasList = false;
	for (const { marker, text: own } of pieces) {
		const indent = marker && marker.style !== top ? '   ' : '';
		if (text !== '') text += marker && wasList ? '\n' : '\n\n';
		text += marker ? `${indent}${printedOf(marker)} ${own}` : own;
		wasList = marker !== null;
	}
	return text;
}

/** All bullets alike: which sign a word processor drew is not wording. */
function printedOf({ label, printed }: Marker): string {
	return label === null ? '-' : printed;
}
