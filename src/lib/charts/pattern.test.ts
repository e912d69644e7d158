import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paintBand, type Pen } from './pattern.ts';
import type { BandLook, Pattern } from './palette.ts';

/** A pen that writes down every point it is sent to. */
function recordingPen(): Pen & { readonly points: { x: number; y: number }[] } {
	const points: { x: number; y: number }[] = [];
	const note = (x: number, y: number) => void points.push({ x, y });
	const noteBox = (x: number, y: number, width: number, height: number) => {
		note(x, y);
		note(x + width, y + height);
	};
	return {
		points,
		fillStyle: '',
		strokeStyle: '',
		lineWidth: 1,
		lineCap: 'butt',
		beginPath: () => {},
		stroke: () => {},
		moveTo: note,
		lineTo: note,
		fillRect: noteBox,
		strokeRect: noteBox
	};
}

function look(pattern: Pattern): BandLook {
	return { fill: '#ffffff', ink: '#000000', number: '#000000', pattern };
}

test.each(['solid', 'diagonal', 'cross', 'dots', 'empty'] as const)(
	'a %s band never paints outside its box, however thin',
	(pattern) => {
		const side = fc.double({ min: 0.3, max: 400, noNaN: true });
		fc.assert(
			fc.property(side, side, (width, height) => {
				const pen = recordingPen();
				paintBand(pen, look(pattern), { x: 10, y: 20, width, height });
				expect(pen.points.length).toBeGreaterThan(0);
				for (const { x, y } of pen.points) {
					expect(x).toBeGreaterThanOrEqual(10 - 1e-6);
					expect(x).toBeLessThanOrEqual(10 + width + 0.011);
					expect(y).toBeGreaterThanOrEqual(20 - 1e-6);
					expect(y).toBeLessThanOrEqual(20 + height + 1e-6);
				}
			})
		);
	}
);

test('a patterned band is marked by more than its outline', () => {
	const marks = (pattern: Pattern) => {
		const pen = recordingPen();
		paintBand(pen, look(pattern), { x: 0, y: 0, width: 60, height: 26 });
		return pen.points.length;
	};
	expect(marks('diagonal')).toBeGreaterThan(marks('empty') + 10);
	expect(marks('cross')).toBe(2 * marks('diagonal') - marks('empty'));
	expect(marks('dots')).toBeGreaterThan(marks('empty') + 10);
});

test('a box without an area is left alone', () => {
	const pen = recordingPen();
	paintBand(pen, look('cross'), { x: 0, y: 0, width: 0, height: 26 });
	expect(pen.points).toEqual([]);
});
