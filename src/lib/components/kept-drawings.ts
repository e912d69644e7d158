import { render } from 'svelte/server';
import type { Snippet } from 'svelte';
import JustDrawn from './JustDrawn.svelte';

/** Characters of drawings and of what they are known by: some fifty long lists. */
const MOST = 8_000_000;

const kept = new Map<string, string>();
let size = 0;

/**
 * Draws content that follows from `from` alone, or takes what was drawn of it before. The oldest make room.
 * @param from everything that the content is made of, as one text: whatever differs there is drawn anew
 * @param context the page's, for what asks it where it is
 * @param idPrefix what the ids within begin with: no other drawing on the page has it
 */
export function keptDrawing(
	from: string,
	content: Snippet,
	context: Map<unknown, unknown>,
	idPrefix = 'k'
): string {
	const before = kept.get(from);
	if (before !== undefined) {
		kept.delete(from);
		kept.set(from, before);
		return before;
	}
	const { body } = render(JustDrawn, { props: { content }, context, idPrefix });
	const drawing = inFewBytes(body);
	kept.set(from, drawing);
	size += from.length + drawing.length;
	for (const [oldest, its] of kept) {
		if (size <= MOST) break;
		kept.delete(oldest);
		size -= oldest.length + its.length;
	}
	return drawing;
}

/**
 * Without the marks for a script that never comes, a quarter of a list; with the plain ampersands that HTML takes in
 * an address before the name of a parameter (HTML Standard, 13.1.2.3); and with every character that takes two bytes
 * in memory by its number, so that the page is written out in one step.
 */
function inFewBytes(html: string): string {
	return html
		.replace(/<!--[^>]*-->/g, '')
		.replace(/ (?:href|src|srcset)="[^"]*"/g, (address) =>
			address.replace(/&amp;(?=[\w-]+=)/g, '&')
		)
		.replace(/[^\0-\xff]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
