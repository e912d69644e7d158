import type { BandLook } from './palette.ts';

/** CSS pixels. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The part of a canvas context that painting needs: the browser's and Skia's both have it. */
export type Pen = Pick<
	CanvasRenderingContext2D,
	| 'beginPath'
	| 'moveTo'
	| 'lineTo'
	| 'stroke'
	| 'fillRect'
	| 'strokeRect'
	| 'fillStyle'
	| 'strokeStyle'
	| 'lineWidth'
	| 'lineCap'
>;

const HATCH_STEP = 8;
const DOT_STEP = 7;
const DOT = 2.2;

/**
 * Paints a band into a box: fill, pattern, outline. Patterns are lines cut to the box by arithmetic rather
 * than a CanvasPattern, because Skia writes a pattern into SVG as a bitmap and a clip as extra markup.
 */
export function paintBand(pen: Pen, look: BandLook, box: Box): void {
	if (box.width <= 0 || box.height <= 0) return;
	pen.fillStyle = look.fill;
	pen.fillRect(box.x, box.y, box.width, box.height);
	pen.strokeStyle = look.ink;
	if (look.pattern === 'diagonal') paintHatch(pen, box, 1.6, [1]);
	if (look.pattern === 'cross') paintHatch(pen, box, 1.2, [1, -1]);
	if (look.pattern === 'dots') paintDots(pen, box);
	paintOutline(pen, box);
}

function paintOutline(pen: Pen, box: Box): void {
	const width = Math.min(1.5, box.width / 2, box.height / 2);
	pen.lineWidth = width;
	pen.strokeRect(box.x + width / 2, box.y + width / 2, box.width - width, box.height - width);
}

/** Lines of slope 1 or -1. Each is the diagonal u = x ± y, kept where it runs inside the box. */
function paintHatch(pen: Pen, box: Box, lineWidth: number, slopes: readonly number[]): void {
	pen.lineWidth = lineWidth;
	pen.lineCap = 'butt';
	pen.beginPath();
	for (const slope of slopes) {
		for (let u = HATCH_STEP / 2; u < box.width + box.height; u += HATCH_STEP) {
			const start = Math.max(0, u - box.height);
			const end = Math.min(box.width, u);
			if (end - start < 0.5) continue;
			const yAt = (x: number) => (slope > 0 ? box.y + (u - x) : box.y + box.height - (u - x));
			pen.moveTo(box.x + start, yAt(start));
			pen.lineTo(box.x + end, yAt(end));
		}
	}
	pen.stroke();
}

/** Round caps on lines of no length, centred in the box and never cut. */
function paintDots(pen: Pen, box: Box): void {
	const columns = Math.floor((box.width - DOT * 2) / DOT_STEP) + 1;
	const rows = Math.floor((box.height - DOT * 2) / DOT_STEP) + 1;
	if (columns < 1 || rows < 1) return;
	const left = box.x + (box.width - (columns - 1) * DOT_STEP) / 2;
	const top = box.y + (box.height - (rows - 1) * DOT_STEP) / 2;
	pen.lineWidth = DOT;
	pen.lineCap = 'round';
	pen.beginPath();
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			pen.moveTo(left + column * DOT_STEP, top + row * DOT_STEP);
			pen.lineTo(left + column * DOT_STEP + 0.01, top + row * DOT_STEP);
		}
	}
	pen.stroke();
	pen.lineCap = 'butt';
}
