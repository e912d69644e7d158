import { expect, test } from 'vitest';
import { timeliness } from '#lib/charts/timeliness.ts';
import {
	childrenOf,
	commandOf,
	TELLS_PROCESSES
} from '../../../../tests/support/child-processes.ts';
import { renderChartPng } from './chart-png.ts';
import { renderChartSvg } from './chart-svg.ts';
import { chartPng, chartSvg } from './pictures.ts';

function chart(overdue: number, width = 500) {
	const counts = { overdue, rescheduled: 0, 'due-soon': 0, later: 1, 'no-date': 0 };
	return timeliness({ counts }, width);
}

test('equal models share one picture, which is the one that would be drawn', async () => {
	const [picture, same] = await Promise.all([chartSvg(chart(1)), chartSvg(chart(1))]);
	expect(same === picture).toBe(true);
	expect(picture.svg === renderChartSvg(chart(1))).toBe(true);
	expect(picture.etag).toMatch(/^"[\w-]{43}"$/);
});

test('another number, width or greyscale is another picture', async () => {
	const pictures = await Promise.all([
		chartSvg(chart(1)),
		chartSvg(chart(2)),
		chartSvg(chart(1, 700)),
		chartSvg(chart(1), { greyscale: true })
	]);
	expect(new Set(pictures.map(({ etag }) => etag)).size).toBe(4);
});

test('what is in use stays, and what is not makes room', async () => {
	const used = await chartSvg(chart(100));
	const unused = await chartSvg(chart(101));
	for (let count = 200; count < 300; count++) {
		await chartSvg(chart(count));
		expect((await chartSvg(chart(100))) === used).toBe(true);
	}
	const again = await chartSvg(chart(101));
	expect(again === unused).toBe(false);
	expect(again.etag).toBe(unused.etag);
});

test('a PNG is the one that would be drawn', async () => {
	const drawn = await renderChartPng(chart(7), 'as at 4 June 2026');
	expect(Buffer.from(await chartPng(chart(7), 'as at 4 June 2026')).equals(drawn)).toBe(true);
});

test.runIf(TELLS_PROCESSES)(
	'where the process that draws is ended, whoever waits is told, and who asks again gets the picture',
	async () => {
		await chartSvg(chart(1));
		const drawing = childrenOf(process.pid).filter((pid) =>
			commandOf(pid).includes('picture-worker.ts')
		);
		expect(drawing).toHaveLength(1);
		process.kill(drawing[0]!, 'SIGSTOP');
		const waiting = chartSvg(chart(500));
		process.kill(drawing[0]!, 'SIGKILL');
		await expect(waiting).rejects.toThrow('The process that makes documents ended');
		expect((await chartSvg(chart(500))).svg).toContain('<svg');
	}
);
