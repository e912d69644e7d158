import { emptyCounts } from '#lib/domain/rollup.ts';
import { expect, test } from 'vitest';
import { statusByRegion } from './status-by-region.ts';

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
	const { title, table } = statusByRegion(regions, 960);
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
	expect(statusByRegion(regions.slice(0, 1), 960).title).toBe(
		'Everything that counts is confirmed in every region'
	);
	expect(statusByRegion([], 960).title).toBe('No assignments yet');
});
