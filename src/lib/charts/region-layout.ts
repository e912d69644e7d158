import type { Box } from './pattern.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import { fitText, wrapText } from './label-text.ts';

const NARROWEST = 240;
const GAP = 28;
const BAR = 24;
/** The bar, the line under it and the two ends of its scale. */
export const STRIP_HEIGHT = BAR + 24;
const STRIP_GAP = 6;
const SENTENCE_LINES = 3;
const SPACE_BELOW = 22;

export interface PanelWords {
	readonly name: string;
	readonly sentence: string;
}

export interface PanelPlace {
	readonly x: number;
	readonly name: string;
	/** Around the middle of the name; the lines of the sentence follow below it. */
	readonly nameY: number;
	readonly lines: readonly string[];
	readonly strip: Box;
}

/** Panels of one size from left to right, as many beside each other as have room. CSS pixels from `top` down. */
export function layOutPanels(
	panels: readonly PanelWords[],
	width: number,
	top: number
): { readonly places: readonly PanelPlace[]; readonly height: number } {
	const bounded = boundWidth(width);
	const { size, lineHeight } = textSizeAt(bounded);
	const columns = Math.max(1, Math.floor((bounded + GAP) / (NARROWEST + GAP)));
	const across = Math.floor((bounded - GAP * (columns - 1)) / columns);
	const sentences = panels.map(({ sentence }) => wrapText(sentence, across, size, SENTENCE_LINES));
	const lines = Math.max(1, ...sentences.map((one) => one.length));
	const words = lineHeight * (1 + lines) + STRIP_GAP;
	const panelHeight = words + STRIP_HEIGHT + SPACE_BELOW;
	const places = panels.map(({ name }, index) => {
		const x = (index % columns) * (across + GAP);
		const y = top + Math.floor(index / columns) * panelHeight;
		return {
			x,
			name: fitText(name, across, size, true),
			nameY: y + lineHeight / 2,
			lines: sentences[index] ?? [],
			strip: { x, y: y + words, width: across, height: STRIP_HEIGHT }
		};
	});
	return { places, height: Math.ceil(panels.length / columns) * panelHeight };
}

/** The bar in a strip, as its plugin paints it. */
export function barOf(strip: Box): { readonly middle: number; readonly thickness: number } {
	return { middle: strip.y + BAR / 2, thickness: BAR };
}
