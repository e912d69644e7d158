import { plainLine } from '#lib/wording/plain-line.ts';
import { onceForEachText } from './measured-once.ts';
import { textWidth } from './text-width.ts';

const ELLIPSIS = '…';

/** Private and unassigned code points: no font draws them, and XML forbids some. */
const UNDRAWABLE = /[\p{Co}\p{Cn}]+/gu;

/** One line of drawable text, in which hidden characters are shown by their number. */
export const cleanText = onceForEachText((text) =>
	plainLine(text.toWellFormed().replace(UNDRAWABLE, '\ufffd')).replace(/\s+/g, ' ')
);

/** The text, or as much of its beginning as fits before an ellipsis. Widths in CSS pixels. */
export function fitText(text: string, width: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= width) return text;
	let room = width - textWidth(ELLIPSIS, size, bold);
	let kept = '';
	for (const character of text) {
		room -= textWidth(character, size, bold);
		if (room < 0) break;
		kept += character;
	}
	return kept.trimEnd() + ELLIPSIS;
}

/** Words laid into at most `maxLines` lines; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, maxLines: number): string[] {
	const lines: string[] = [];
	let line = '';
	const words = text.split(' ');
	for (const [index, word] of words.entries()) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line === '' || textWidth(longer, size) <= width) {
			line = longer;
		} else if (lines.length + 1 < maxLines) {
			lines.push(fitText(line, width, size));
			line = word;
		} else {
			return [...lines, fitText([line, ...words.slice(index)].join(' '), width, size)];
		}
	}
	return [...lines, fitText(line, width, size)];
}
