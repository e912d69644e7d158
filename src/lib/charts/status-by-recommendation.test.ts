import { expect, test } from 'vitest';
import { emptyCounts } from '#lib/domain/rollup.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { statusByRecommendation, type RecommendationCounts } from './status-by-recommendation.ts';

function recommendation(
	number: number,
	some: Partial<Record<AssignmentStatus, number>>
): RecommendationCounts {
	return {
		reference: `OIC-${number}`,
		title: `Recommendation number ${number}`,
		counts: { ...emptyCounts(), ...some }
	};
}

const two = [
	recommendation(7, { confirmed: 31, 'reported-complete': 12, returned: 2, 'not-applicable': 1 }),
	recommendation(8, { 'in-progress': 4, 'not-accepted': 2, 'no-further-action': 1 })
];

test('the bands stand in their fixed order, with everything closed otherwise in one', () => {
	const { config } = statusByRecommendation(two, 960);
	expect(config.data.datasets.map(({ label, data }) => [label, data])).toEqual([
		['Confirmed', [31, 0]],
		['Reported complete', [12, 0]],
		['In progress', [0, 4]],
		['Returned', [2, 0]],
		['Not started', [0, 0]],
		['Closed otherwise', [1, 3]]
	]);
});

test('the table has the numbers of the bars and their total, row by row', () => {
	const { table, config } = statusByRecommendation(two, 960);
	expect(table.columns.slice(1, -1)).toEqual(config.data.datasets.map(({ label }) => label));
	expect(table.rows).toEqual([
		{ header: 'OIC-7 Recommendation number 7', cells: [31, 12, 0, 2, 0, 1, 46] },
		{ header: 'OIC-8 Recommendation number 8', cells: [0, 0, 4, 0, 0, 3, 7] }
	]);
});

test('the title leaves what is closed otherwise out of the denominator', () => {
	expect(statusByRecommendation(two, 960).title).toBe(
		'31 of 49 assignments confirmed; 12 reported complete'
	);
});

test('a row links to what it counts where an address is given', () => {
	const [first, second] = two.map((row, index) =>
		index === 0 ? { ...row, href: '/recommendations/OIC-7' } : row
	);
	const { rows } = statusByRecommendation([first!, second!], 960).table;
	expect(rows.map(({ href }) => href)).toEqual(['/recommendations/OIC-7', undefined]);
	expect(rows[1]!.links).toBeUndefined();
});

test('each number of a row links to what it counts, within what the row is about', () => {
	const href = '/assignments?inspection=OIC&recommendation=7&region=London';
	const { rows, columns } = statusByRecommendation([{ ...two[0]!, href }], 960).table;
	const links = rows[0]!.links!;
	expect(links).toHaveLength(columns.length - 1);
	expect(links[0]).toBe(`${href}&status=confirmed`);
	expect(links.at(-2)).toBe(
		`${href}&status=not-applicable&status=not-accepted&status=no-further-action`
	);
	expect(links.at(-1)).toBe(href);
});

test('counts are bars from nought and never percentages', () => {
	const { config } = statusByRecommendation(two, 960);
	expect(config.options?.scales?.['x']).toMatchObject({ beginAtZero: true, stacked: true });
	expect(JSON.stringify(config)).not.toContain('%');
});

test('a recommendation without assignments says so where its bar would be', () => {
	const { config } = statusByRecommendation([...two, recommendation(9, {})], 960);
	const notes = config.options?.plugins?.rowLabels?.rows?.map((row) => row?.emptyNote);
	expect(notes).toEqual([undefined, undefined, 'Not allocated yet']);
});

test('no recommendations make an empty chart that says so', () => {
	const model = statusByRecommendation([], 960);
	expect(model).toMatchObject({ title: 'No assignments yet', table: { rows: [] } });
	expect(model.table.columns).toHaveLength(8);
});

test('the picture grows with its rows, and labels stand above the bars where it is narrow', () => {
	const sixty = Array.from({ length: 60 }, (_, index) =>
		recommendation(index + 1, { confirmed: 1 })
	);
	const wide = statusByRecommendation(sixty, 960);
	const narrow = statusByRecommendation(sixty, 330);
	expect(wide.height).toBeGreaterThan(60 * 26);
	expect(narrow.height).toBeGreaterThan(wide.height);
	expect(wide.config.options?.plugins?.rowLabels?.placement).toBe('beside');
	expect(narrow.config.options?.plugins?.rowLabels?.placement).toBe('above');
});
