import { onceForEachText } from './measured-once.ts';

/**
 * Advance widths of Arial (and Arimo, Liberation Sans: the same by design) for U+0020 to U+007E in
 * thousandths of the font size. Measuring by table keeps layout pure: the height of a picture is known
 * before there is a canvas, and is the same on the server and in the browser.
 */
const REGULAR = [
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
	556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
	611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
	667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
	222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
];
const BOLD = [
	278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
	556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
	611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
	667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
	278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584
];

const FIRST = 0x20;
const ACCENTS_END = 0x17f;

/** Width in CSS pixels. Kerning is left out, so the answer is never too small for plain text. */
export function textWidth(text: string, size: number, bold = false): number {
	return ((bold ? inBold(text) : inRegular(text)) * size) / 1000;
}

const inRegular = onceForEachText((text) => thousandthsOf(text, REGULAR));
const inBold = onceForEachText((text) => thousandthsOf(text, BOLD));

function thousandthsOf(text: string, table: readonly number[]): number {
	let thousandths = 0;
	for (const character of text) thousandths += advance(character, table);
	return thousandths;
}

function advance(character: string, table: readonly number[]): number {
	const known = table[codeOf(character) - FIRST];
	if (known !== undefined) return known;
	const base = codeOf(character) <= ACCENTS_END ? character.normalize('NFD')[0] : undefined;
	const plain = base === undefined ? undefined : table[codeOf(base) - FIRST];
	return plain ?? 1000;
}

function codeOf(character: string): number {
	return character.codePointAt(0) ?? FIRST;
}
