import { expect, test } from 'vitest';
import { PICTURE_BREAKS, PICTURE_WIDTHS, pictureAt, pictureWidthOf } from './picture.ts';

test('a picture is asked for at one of our widths, beside what its address says already', () => {
	expect(pictureAt('/charts/timeliness.svg', 700)).toBe('/charts/timeliness.svg?width=700');
	expect(pictureAt('/charts/timeliness.svg?organisation=kent', 330)).toBe(
		'/charts/timeliness.svg?organisation=kent&width=330'
	);
});

test.each([
	['330', 330],
	['1100', 1100],
	['99999', 1100],
	['330px', 1100],
	['', 1100],
	[null, 1100]
])('a width of %s is drawn at %s', (asked, drawn) => {
	expect(pictureWidthOf(asked)).toBe(drawn);
});

test('smaller pictures are for narrower pages, and the widest for the rest', () => {
	expect(PICTURE_BREAKS.map(({ width }) => width)).toEqual(PICTURE_WIDTHS.slice(0, -1));
	const breaks = PICTURE_BREAKS.map(({ upTo }) => upTo);
	expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
});
