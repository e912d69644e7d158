/**
 * One line of text that reads as it is: line breaks and tabs become a space, and characters that are
 * invisible or change the reading direction are shown by their number ('[U+202E]'), so that nobody can
 * make a sentence say something else than it does.
 */
export function plainLine(text: string): string {
	return text.toWellFormed().replace(BREAKS, ' ').replace(HIDDEN, showCodePoint).trim();
}

/** Text of several lines, in which only what turns the reading direction or controls is shown by its number. */
export function showDirections(text: string): string {
	return text.toWellFormed().replace(TURNING, showCodePoint);
}

const BREAKS = /[\s\u0085\u2028\u2029]+/gu;

/** Control characters, soft hyphen, directional marks and overrides, zero-width spaces, tag characters. */
const HIDDEN =
	/[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Overrides, embeddings and isolates, and control characters that are no space or line end. */
const TURNING = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

function showCodePoint(character: string): string {
	const number = character.codePointAt(0) ?? 0;
	return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}
