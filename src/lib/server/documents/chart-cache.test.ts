import { expect, test } from 'vitest';
import { timeliness } from '#lib/charts/timeliness.ts';
import { cachedChartSvg } from './chart-cache.ts';
import { renderChartSvg } from './chart-svg.ts';

function chart(overdue: number, width = 500) {
	const counts = { overdue, rescheduled: 0, 'due-soon': 0, later: 1, 'no-date': 0 };
	return timeliness({ counts }, width);
}

test('equal models share one picture, which is the one that would be drawn', () => {
	const picture = cachedChartSvg(chart(1));
	expect(cachedChartSvg(chart(1)) === picture).toBe(true);
	expect(picture.svg === renderChartSvg(chart(1))).toBe(true);
	expect(picture.etag).toMatch(/^"[\w-]{43}"$/);
});

test('another number, width or greyscale is another picture', () => {
	const pictures = [
		cachedChartSvg(chart(1)),
		cachedChartSvg(chart(2)),
		cachedChartSvg(chart(1, 700)),
		cachedChartSvg(chart(1), { greyscale: true })
	];
	expect(new Set(pictures.map(({ etag }) => etag)).size).toBe(4);
});

test('what is in use stays, and what is not makes room', () => {
	const used = cachedChartSvg(chart(100));
	const unused = cachedChartSvg(chart(101));
	for (let count = 200; count < 300; count++) {
		cachedChartSvg(chart(count));
		expect(cachedChartSvg(chart(100)) === used).toBe(true);
	}
	const again = cachedChartSvg(chart(101));
	expect(again === unused).toBe(false);
	expect(again.etag).toBe(unused.etag);
});
