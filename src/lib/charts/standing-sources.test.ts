import { noStanding } from '#lib/domain/standing.ts';
import { expect, test } from 'vitest';
import { standingFigures } from '../../../tests/support/standing-figures.ts';
import { chartModel, type ChartSource } from './registry.ts';
import { STANDING_CHARTS, standingInputs, type StandingChartName } from './standing-sources.ts';
import type { ChartModel } from './types.ts';

const LIST = { inspection: 'OIC', region: ['Wales'], 'as-at': '2026-02-01' };

function drawn(name: StandingChartName, figures = standingFigures([1, 2, 3]), width = 700) {
	const data = standingInputs(LIST, figures)[name];
	return chartModel({ name, data } as ChartSource as never, width) as ChartModel;
}

test('every chart of the inputs has its place in the order of the page', () => {
	expect([...STANDING_CHARTS].sort()).toEqual(
		Object.keys(standingInputs(LIST, standingFigures([]))).sort()
	);
});

test.each(STANDING_CHARTS)('%s links each of its numbers to a list of its own', (name) => {
	const { table } = drawn(name);
	const links = table.rows.flatMap(({ links = [] }) => links);
	const cells = table.rows.flatMap(({ cells }) => cells);
	expect(cells.length).toBeGreaterThan(1);
	expect(links).toHaveLength(cells.length);
	expect(new Set(links).size).toBe(links.length);
	for (const link of links) {
		expect(link).toMatch(/^\/assignments\?.*as-at=2026-02-01&.*inspection=OIC&.*region=Wales/);
	}
});

test.each(STANDING_CHARTS)('%s says its rule, and counts from nought', (name) => {
	const { rule, config, description } = drawn(name);
	expect(rule).toMatch(/\.$/);
	expect(description).toMatch(/^Bar chart of /);
	expect(config.options?.scales?.['x']).toMatchObject({ beginAtZero: true });
});

test.each(STANDING_CHARTS)('%s says so where there is nothing to count', (name) => {
	const { table, title } = drawn(name, { ...standingFigures([]), all: noStanding() });
	expect(table.rows).toEqual([]);
	expect(title).toMatch(/^(No|Nobody|Nothing)\b/);
});

test('ageing puts what would be overdue beside what is, not upon it', () => {
	const { config, table } = drawn('overdue-ageing');
	expect(table.columns).toEqual(['Overdue for', 'Overdue', 'Without extensions']);
	expect(config.options?.scales).toMatchObject({ x: { stacked: false }, y: { stacked: false } });
});

test('who is waited for stands by name, and a picture of many shows those most waited for', () => {
	const { table, config, rule } = drawn('waiting-on', standingFigures([...Array(30).keys()]));
	expect(table.rows).toHaveLength(30);
	expect(config.data.labels).toEqual(
		Array.from({ length: 12 }, (_, index) => `Body ${index + 18}`)
	);
	expect(rule).toContain('Of 30 bodies, the 12 that most wait for are drawn');
});
