import type { TextSize } from './measures.ts';
import type { BandLook } from './palette.ts';
import type { KeyOptions } from './plugins/options.ts';
import { SWATCH, SWATCH_GAP } from './plugins/key.ts';
import { textWidth } from './text-width.ts';

const ITEM_GAP = 22;
const LINE_HEIGHT = 26;
const SPACE_BELOW = 12;

/** Entries from left to right, starting a new line where one does not fit. Height in CSS pixels. */
export function layOutKey(
	entries: readonly { label: string; look: BandLook }[],
	width: number,
	text: TextSize
): { key: KeyOptions; height: number } {
	const items: KeyOptions['items'][number][] = [];
	let x = 0;
	let y = LINE_HEIGHT / 2;
	for (const entry of entries) {
		const itemWidth = SWATCH.width + SWATCH_GAP + textWidth(entry.label, text.size);
		if (x > 0 && x + itemWidth > width) {
			x = 0;
			y += LINE_HEIGHT;
		}
		items.push({ x, y, ...entry });
		x += itemWidth + ITEM_GAP;
	}
	return { key: { text, items }, height: y + LINE_HEIGHT / 2 + SPACE_BELOW };
}
