import { fontOf, PAPER_COLOUR } from '../measures.ts';
import { textWidth } from '../text-width.ts';

export interface Lettering {
	readonly size: number;
	readonly colour: string;
	readonly bold?: boolean;
	/** What x is, left if not said. */
	readonly align?: 'left' | 'centre';
	/** Paper behind the words, so that lines of the grid do not run through them. */
	readonly plate?: boolean;
	/** Paper around the letters, where words may cross a line of the chart. */
	readonly halo?: boolean;
}

/**
 * Writes one line around its middle, from a whole pixel: letters are sharper, and Skia keeps a line that
 * starts between pixels no longer in one piece when it writes SVG.
 */
export function write(
	ctx: CanvasRenderingContext2D,
	words: string,
	x: number,
	y: number,
	{ size, colour, bold = false, align = 'left', plate = false, halo = false }: Lettering
): void {
	const width = textWidth(words, size, bold);
	const left = Math.round(align === 'centre' ? x - width / 2 : x);
	const middle = Math.round(y);
	if (plate) {
		ctx.fillStyle = PAPER_COLOUR;
		ctx.fillRect(left - 1, middle - Math.ceil(size * 0.6), width + 3, Math.ceil(size * 1.2));
	}
	ctx.font = fontOf(size, bold);
	ctx.textAlign = 'left';
	ctx.textBaseline = 'middle';
	if (halo) {
		ctx.lineWidth = 4;
		ctx.lineJoin = 'round';
		ctx.strokeStyle = PAPER_COLOUR;
		ctx.strokeText(words, left, middle);
	}
	ctx.fillStyle = colour;
	ctx.fillText(words, left, middle);
}
