import { REGIONS } from '#lib/domain/organisation.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import { describe, expect, test } from 'vitest';
import type { Box } from './pattern.ts';
import { PICTURE_WIDTHS } from './picture.ts';
import type { PanelsOptions } from './plugins/options.ts';
import { partsOfPicture, scaleOf, statusByRegion } from './status-by-region.ts';
import type { ChartModel } from './types.ts';

const regions = [
	{
		region: 'North East' as const,
		bodies: 3,
		counts: { ...emptyCounts(), confirmed: 9 },
		href: '/ne'
	},
	{ region: 'London' as const, bodies: 1, counts: { ...emptyCounts(), returned: 2 } },
	{ region: null, bodies: 2, counts: { ...emptyCounts(), 'not-applicable': 4 } }
];

test('regions stand in the order given, each with its bodies and its own numbers', () => {
	const { title, table } = statusByRegion({ regions }, 960);
	expect(title).toBe('Work is open in 1 of 3 regions');
	expect(table.columns[0]).toBe('Region');
	expect(table.rows.map(({ header }) => header)).toEqual([
		'North East (3 bodies)',
		'London (1 body)',
		'No region (2 bodies)'
	]);
	expect(table.rows[0]).toMatchObject({ href: '/ne', cells: [9, 0, 0, 0, 0, 0, 9] });
});

test('says when nothing is open, and when there is nothing', () => {
	expect(statusByRegion({ regions: regions.slice(0, 1) }, 960).title).toBe(
		'Everything that counts is confirmed in North East'
	);
	expect(statusByRegion({ regions: [] }, 960).title).toBe('No assignments yet');
});

describe('the panels', () => {
	const many = [...REGIONS, null].map((region, index) => ({
		...{ region, bodies: index, counts: { ...emptyCounts(), confirmed: 2, returned: index } }
	}));

	test.each(PICTURE_WIDTHS)(
		'are of one size and lie apart, inside a picture of %s pixels',
		(width) => {
			const { height } = statusByRegion({ regions: many }, width);
			const { strips, key } = partsOfPicture(many, width);
			expect(strips).toHaveLength(many.length);
			expect(new Set(strips.map((strip) => `${strip.width} ${strip.height}`)).size).toBe(1);
			const boxes = [...strips, ...key.map(({ box }) => box)];
			for (const [index, one] of boxes.entries()) {
				expect(one.x >= 0 && one.x + one.width <= width).toBe(true);
				expect(one.y >= 0 && one.y + one.height <= height).toBe(true);
				for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
			}
		}
	);

	test('share the scale of the largest region', () => {
		const plugins = optionsOf(statusByRegion({ regions: many }, 960));
		expect([plugins?.scale, scaleOf(many)]).toEqual([12, 12]);
		expect(plugins?.panels.map(({ counts }) => counts[3])).toEqual(many.map((_, index) => index));
		expect(scaleOf([])).toBe(1);
	});

	test('say each of their numbers, which add up to what the table has', () => {
		const { table, description } = statusByRegion({ regions: many }, 960);
		expect(description).toContain('London: 6 bodies, 8 assignments: 2 confirmed, 0 reported');
		expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual(many.map((_, index) => index + 2));
	});

	test('are drawn one by one as in the whole picture: the same bands, looks and scale', () => {
		const whole = optionsOf(statusByRegion({ regions: many }, 1100))!;
		const { width } = whole.panels[4]!.strip;
		const model = statusByRegion({ regions: many.slice(4), stripUpTo: scaleOf(many) }, width);
		const alone = optionsOf(model)!;
		expect({ looks: alone.looks, scale: alone.scale }).toEqual({
			looks: whole.looks,
			scale: whole.scale
		});
		expect(alone.panels.map(({ counts }) => counts)).toEqual([whole.panels[4]!.counts]);
		expect(alone.panels[0]!.strip).toEqual({ x: 0, y: 0, width, height: model.height });
	});
});

function optionsOf({ config }: ChartModel) {
	return (config.options?.plugins as { panels?: PanelsOptions } | undefined)?.panels;
}

function overlap(one: Box, other: Box): boolean {
	return (
		one.x < other.x + other.width &&
		other.x < one.x + one.width &&
		one.y < other.y + other.height &&
		other.y < one.y + one.height
	);
}
