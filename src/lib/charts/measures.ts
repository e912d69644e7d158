/** Sizes in CSS pixels and colours that all charts share. Colours are those of GOV.UK Frontend. */

/** Said out loud, so that numbers on an axis do not follow the reader's or the server's own setting. */
export const LOCALE = 'en-GB';

export const FONT_FAMILY = 'Arial, Helvetica, sans-serif';

export const TEXT_COLOUR = '#0b0c0c';
export const QUIET_COLOUR = '#484949';
export const GRID_COLOUR = '#cecece';
/** By index of the grid's lines: the one at nought, which bars and lines stand on, is dark. */
export const GRID_FROM_NOUGHT = [QUIET_COLOUR, ...Array<string>(12).fill(GRID_COLOUR)];
export const PAPER_COLOUR = '#ffffff';

/** Below this width labels move from beside the bars to above them. */
const BESIDE_FROM = 640;

/** Below this width text is as small as GOV.UK Frontend makes it on a phone. */
const SMALL_BELOW = 480;

export interface TextSize {
	readonly size: number;
	readonly lineHeight: number;
}

export function textSizeAt(width: number): TextSize {
	return isSmall(width) ? { size: 14, lineHeight: 18 } : { size: 16, lineHeight: 20 };
}

export function isSmall(width: number): boolean {
	return width < SMALL_BELOW;
}

export function hasRoomBeside(width: number): boolean {
	return width >= BESIDE_FROM;
}

/** No smaller than readable, so that a container without a width yet cannot break the geometry. */
export function boundWidth(width: number): number {
	return Math.min(1600, Math.max(240, Math.round(width)));
}

export function fontOf(size: number, bold = false): string {
	return `${bold ? 'bold ' : ''}${size}px ${FONT_FAMILY}`;
}
