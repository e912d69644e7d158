import { expect, test } from 'vitest';
import { PICTURE_BREAKS, PICTURE_WIDTHS, pictureAt, pictureWidthOf, pngOf } from './picture.ts';

test('a picture is asked for at one of our widths, beside what its address says already', () => {
	expect(pictureAt('/charts/timeliness.svg', 700)).toBe('/charts/timeliness.svg?width=700');
	expect(pictureAt('/charts/timeliness.svg?organisation=kent', 330)).toBe(
		'/charts/timeliness.svg?organisation=kent&width=330'
	);
});

test('a filter with several answers to one question reaches the picture whole', () => {
	expect(pictureAt('/charts/timeliness.svg?region=Wales&region=London', 500)).toBe(
		'/charts/timeliness.svg?region=Wales&region=London&width=500'
	);
});

test('the PNG of a picture has its address and its query', () => {
	expect(pngOf('/charts/timeliness.svg')).toBe('/charts/timeliness.png');
	expect(pngOf('/charts/timeliness.svg?q=a.svg&region=Wales')).toBe(
		'/charts/timeliness.png?q=a.svg&region=Wales'
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
