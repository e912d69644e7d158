import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { PICTURE_WIDTHS } from '#lib/charts/picture.ts';
import { timeliness } from '#lib/charts/timeliness.ts';
import { PNG_SCALE, renderChartPng } from './chart-png.ts';

const BASIS = 'Inspection OIC, as at 3 June 2026';

function chart(overdue: number, width = 700) {
	const counts = { overdue, rescheduled: 0, 'due-soon': 0, later: 1, 'no-date': 0 };
	return timeliness({ counts }, width);
}

test.each(PICTURE_WIDTHS)(
	'at %i pixels it is a PNG of twice that and its margins',
	async (width) => {
		const { ctx, ...size } = await pixelsOf(await renderChartPng(chart(3, width), BASIS));
		expect(size.width).toBe((width + 48) * PNG_SCALE);
		expect(size.height).toBeGreaterThan(chart(3, width).height * PNG_SCALE);
		for (const [x, y] of [
			[0, 0],
			[size.width - 1, size.height - 1]
		] as const) {
			expect([...ctx.getImageData(x, y, 1, 1).data]).toEqual([255, 255, 255, 255]);
		}
	}
);

test('the message, the picture and the basis are each drawn, and inside the sheet', async () => {
	const model = chart(3);
	const { ctx, width, height } = await pixelsOf(await renderChartPng(model, BASIS));
	const isInked = (from: number, to: number) =>
		ctx
			.getImageData(0, from, width, to - from)
			.data.some((value, index) => index % 4 < 3 && value < 90);
	const [message, basis] = [100, height - 120];
	expect(isInked(0, message)).toBe(true);
	expect(isInked(message + 40, basis - 40)).toBe(true);
	expect(isInked(basis, height)).toBe(true);
	const edges = [ctx.getImageData(0, 0, 8, height), ctx.getImageData(width - 8, 0, 8, height)];
	for (const { data } of edges) expect(data.every((value) => value === 255)).toBe(true);
});

test('another message or another day is another picture, the same ones are the same', async () => {
	const [one, same, other, later] = await Promise.all([
		renderChartPng(chart(3), BASIS),
		renderChartPng(chart(3), BASIS),
		renderChartPng({ ...chart(3), title: 'Another message' }, BASIS),
		renderChartPng(chart(3), 'Inspection OIC, as at 4 June 2026')
	]);
	expect(same.equals(one)).toBe(true);
	expect(other.equals(one)).toBe(false);
	expect(later.equals(one)).toBe(false);
});

test('a message too long for its lines is cut, and hidden characters cannot break it', async () => {
	const title = `‮ ${'Wide words of a message '.repeat(30)}`;
	const { width } = await pixelsOf(await renderChartPng({ ...chart(3, 330), title }, BASIS));
	expect(width).toBe(378 * PNG_SCALE);
});

async function pixelsOf(png: Buffer) {
	const image = await loadImage(png);
	const { width, height } = image;
	const ctx = createCanvas(width, height).getContext('2d');
	ctx.drawImage(image, 0, 0);
	return { ctx, width, height };
}
