import { describe, expect, test } from 'vitest';
import { claimedAndConfirmed } from '#lib/charts/claimed-and-confirmed.ts';
import { PICTURE_WIDTHS } from '#lib/charts/picture.ts';
import {
	statusByRecommendation,
	type RecommendationCounts
} from '#lib/charts/status-by-recommendation.ts';
import { chartModel, type ChartSource } from '#lib/charts/registry.ts';
import { STANDING_CHARTS, standingInputs } from '#lib/charts/standing-sources.ts';
import { slippage, type SlippageRow } from '#lib/charts/slippage.ts';
import { statusByRegion } from '#lib/charts/status-by-region.ts';
import { timeliness } from '#lib/charts/timeliness.ts';
import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { REGIONS } from '#lib/domain/organisation.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import { standingFigures } from '../../../../tests/support/standing-figures.ts';
import { renderChartSvg } from './chart-svg.ts';

function recommendations(count: number, title = 'Share intelligence'): RecommendationCounts[] {
	return Array.from({ length: count }, (_, index) => ({
		reference: `OIC-${index + 1}`,
		title,
		counts: {
			...emptyCounts(),
			confirmed: 31,
			'reported-complete': 12,
			returned: 9,
			'not-started': 1
		}
	}));
}

const start = plainDate('2025-05-16');
const days = Array.from({ length: 60 }, (_, index) => ({
	day: addDays(start, index * 7),
	due: Math.max(0, index - 10),
	originallyDue: Math.max(0, index - 5),
	claimed: index > 40 ? null : index,
	confirmed: index > 40 ? null : Math.floor(index / 2)
}));
const gap = { waiting: 20, days: 140 };
const counts = { overdue: 9, rescheduled: 4, 'due-soon': 5, later: 20, 'no-date': 0 };

function slipped(count: number): SlippageRow[] {
	return recommendations(count).map(({ reference, title }, index) => ({
		...{ reference, title },
		slippage: {
			...{ dated: 43, later: index, earlier: 0 },
			furthest:
				index === 3
					? null
					: {
							originalDueOn: addDays(start, 200),
							currentDueOn: addDays(start, 200 + index * 40),
							...{ days: index * 40, moves: Math.ceil(index / 4) }
						}
		}
	}));
}

const regions = [...REGIONS, null].map((region, index) => ({
	...{ region, bodies: 1 + index, counts: { ...emptyCounts(), confirmed: 9, returned: index } }
}));

const charts = PICTURE_WIDTHS.flatMap((width) => [
	statusByRecommendation(recommendations(10), width),
	statusByRecommendation(recommendations(60), width),
	statusByRecommendation(recommendations(1), width),
	statusByRecommendation([], width),
	...[[1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]].flatMap((numbers) => {
		const inputs = standingInputs({}, standingFigures(numbers, 'Share intelligence '.repeat(9)));
		return STANDING_CHARTS.map((name) =>
			chartModel({ name, data: inputs[name] } as ChartSource as never, width)
		);
	}),
	claimedAndConfirmed({ days, gap }, width),
	claimedAndConfirmed({ days: days.slice(0, 1), gap }, width),
	timeliness({ counts }, width),
	slippage({ today: addDays(start, 300), recommendations: slipped(10) }, width),
	slippage({ today: start, recommendations: [] }, width),
	statusByRegion({ regions }, width),
	statusByRegion({ regions: regions.slice(1), stripUpTo: 40 }, width)
]).map(
	(model) => [`${model.id} ${model.table.rows.length} rows ${model.width} px`, model] as const
);

describe.each(charts)('%s', (_, model) => {
	const svg = renderChartSvg(model);

	test('is named, sized and well formed', () => {
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img">/);
		expect(svg).toContain(`width="${model.width}" height="${model.height}" viewBox="0 0 `);
		expect(svg).toContain(`><title>${model.title}</title><desc>${model.description}</desc>`);
		expect(unclosedTags(svg)).toEqual([]);
	});

	test('brings no script, style, bitmap or address', () => {
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
			/<script|<style|<image|<foreignObject|style=|href|data:|https?:|\son\w+=|@import/i
		);
		for (const [, target] of svg.matchAll(/url\((.*?)\)/g)) {
			expect(target).toMatch(new RegExp(`^#${model.id}-${model.width}-`));
		}
	});

	test('keeps every line of text inside the picture', () => {
		for (const { left, right, words } of linesOf(svg)) {
			expect(left, words).toBeGreaterThanOrEqual(-1);
			expect(right, words).toBeLessThanOrEqual(model.width + 1);
		}
	});

	test('comes out the same each time and leaves the model alone', () => {
		const before = JSON.stringify(model);
		expect(renderChartSvg(model) === svg).toBe(true);
		expect(JSON.stringify(model)).toBe(before);
	});
});

test('labels, numbers and the key are text, each in one piece', () => {
	const words = linesOf(renderChartSvg(statusByRecommendation(recommendations(1), 960)));
	expect(words.map((line) => line.words)).toEqual(
		expect.arrayContaining([
			'OIC-1',
			'Share intelligence',
			'31',
			'12',
			'9',
			'Confirmed',
			'Reported complete',
			'Not started',
			'Number of assignments'
		])
	);
});

test('a band too small for its number is named after the bar', () => {
	const [row] = recommendations(1);
	const small = { ...row!, counts: { ...emptyCounts(), confirmed: 1, returned: 1 } };
	const large = { ...row!, counts: { ...emptyCounts(), confirmed: 53 } };
	const svg = renderChartSvg(statusByRecommendation([small, large], 700));
	expect(linesOf(svg).map(({ words }) => words)).toContain('1 confirmed, 1 returned');
});

test('large counts are written alike inside, after and under the bars', () => {
	const large = { overdue: 1200, rescheduled: 0, 'due-soon': 0, later: 3000, 'no-date': 0 };
	const [row] = recommendations(1);
	const status = [{ ...row!, counts: { ...emptyCounts(), confirmed: 2500 } }];
	const svg =
		renderChartSvg(timeliness({ counts: large }, 700)) +
		renderChartSvg(statusByRecommendation(status, 700));
	const words = linesOf(svg).map((line) => line.words);
	expect(words).toEqual(expect.arrayContaining(['1,200', '3,000', '2,500', '1,000']));
	expect(words.filter((word) => /\d{4}/.test(word))).toEqual([]);
});

test('a hostile title is text, cut to its room, and cannot leave it', () => {
	const title = `<script>alert(1)</script>"><img src=x> ]]> &lt; \u0000\u202e\ufffe ${'W'.repeat(500)}`;
	const svg = renderChartSvg(statusByRecommendation(recommendations(2, title), 700));
	expect(svg).not.toMatch(/<script|<img|\u0000|\u202e|\ufffe/);
	expect(svg).toContain('&lt;script&gt;');
	expect(svg).toContain('…');
	expect(unclosedTags(svg)).toEqual([]);
});

test('letters of Welsh stay inside their word', () => {
	const svg = renderChartSvg(statusByRecommendation(recommendations(1, 'Heddlu Dŵr a Thŷ'), 960));
	expect(
		linesOf(svg)
			.map(({ words }) => words)
			.join('')
	).toMatch(/Heddlu D\s*ŵ\s*r a Th\s*ŷ/);
});

test('greyscale leaves no colour', () => {
	const svg = renderChartSvg(statusByRecommendation(recommendations(3), 700), { greyscale: true });
	const colours = [...svg.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/gi)];
	expect(colours.length).toBeGreaterThan(20);
	for (const [, red, green, blue] of colours) expect([green, blue]).toEqual([red, red]);
});

interface Line {
	readonly words: string;
	readonly left: number;
	readonly right: number;
}

function linesOf(svg: string): Line[] {
	return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', words = '']) => {
		const moved = Number(/translate\((\S+)/.exec(tag)?.[1] ?? 0);
		const left = moved + Number(/ x="(\S+?)"/.exec(tag)?.[1] ?? 0);
		return { words, left, right: left + Number(/textLength="(\S+?)"/.exec(tag)?.[1] ?? 0) };
	});
}

/** The names of tags left open, or closed out of turn. */
function unclosedTags(svg: string): string[] {
	const open: string[] = [];
	for (const [tag, closing, name = '', closed] of svg.matchAll(/<(\/)?([\w-]+)[^<>]*?(\/)?>/g)) {
		if (closing) {
			if (open.pop() !== name) return [tag];
		} else if (!closed) open.push(name);
	}
	return open;
}

test('the day that a chart is of stands above the name of the first row, however many lines it has', () => {
	const dated = { originalDueOn: start, currentDueOn: addDays(start, 92), days: 92, moves: 2 };
	for (const title of ['Share', 'Share intelligence between agencies, and say who may see it']) {
		const row = { reference: 'OIC-1', title, slippage: { dated: 1, later: 1, earlier: 0 } };
		const recommendations = [{ ...row, slippage: { ...row.slippage, furthest: dated } }];
		const today = addDays(start, 40);
		const svg = renderChartSvg(slippage({ today, recommendations }, PICTURE_WIDTHS[0]));
		expect(heightOf(svg, '25 Jun 2025')).toBeLessThan(heightOf(svg, 'OIC-1') - 14);
	}
});

/** How far down a text stands, in the pixels of the picture. */
function heightOf(svg: string, words: string): number {
	const found = [...svg.matchAll(/<text[^>]* y="([\d.]+)"[^>]*>([^<]*)</g)];
	return Number(found.find(([, , text]) => text === words)?.[1]);
}
