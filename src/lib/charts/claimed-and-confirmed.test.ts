import { expect, test } from 'vitest';
import { plainDate, toEpochDay } from '#lib/domain/plain-date.ts';
import { claimedAndConfirmed, type ProgressDay } from './claimed-and-confirmed.ts';

function day(
	text: string,
	due: number,
	claimed: number | null,
	confirmed: number | null
): ProgressDay {
	return { day: plainDate(text), due, claimed, confirmed };
}

const days = [
	day('2026-01-31', 0, 4, 1),
	day('2026-02-28', 10, 9, 4),
	day('2026-03-31', 40, 33, 31),
	day('2026-09-30', 53, null, null)
];

test('what is claimed and confirmed ends today, while deadlines run on', () => {
	const { config } = claimedAndConfirmed(days, 960);
	const lines = config.data.datasets.map(({ label, data }) => [label, data.length]);
	expect(lines).toEqual([
		['Due', 4],
		['Reported complete', 3],
		['Confirmed', 3]
	]);
	expect(config.options?.plugins?.dayAxis?.asAt).toEqual({
		value: toEpochDay(plainDate('2026-03-31')),
		label: '31 Mar 2026'
	});
});

test('the title and the text alternative speak of the last day with figures', () => {
	const { title, description } = claimedAndConfirmed(days, 960);
	expect(title).toBe('40 due by 31 March 2026; 31 confirmed');
	expect(description).toContain('33 had been reported complete and 31 confirmed');
	expect(description).toContain('By the last day 53 are due.');
});

test('each line carries its name and its last number at its end', () => {
	const { config } = claimedAndConfirmed(days, 960);
	const labels = config.options?.plugins?.lineLabels?.labels?.map((label) => label?.lines);
	expect(labels).toEqual([['Due 53'], ['Reported complete 33'], ['Confirmed 31']]);
});

test('the table keeps days that have not come, with what is not known yet as null', () => {
	const { table } = claimedAndConfirmed(days, 960);
	expect(table.columns).toEqual(['Day', 'Due', 'Reported complete', 'Confirmed']);
	expect(table.rows.at(-1)).toEqual({ header: '30 September 2026', cells: [53, null, null] });
});

test('the axis of days is as long as the days between, and counts start at nought', () => {
	const { config } = claimedAndConfirmed(days, 960);
	const { x, y } = config.options?.scales ?? {};
	expect([x?.min, x?.max]).toEqual([
		toEpochDay(plainDate('2026-01-31')),
		toEpochDay(plainDate('2026-09-30'))
	]);
	expect(y).toMatchObject({ beginAtZero: true });
});

test('a single day makes a chart, and no day or none with figures makes an empty one', () => {
	expect(claimedAndConfirmed(days.slice(0, 1), 960).title).toBe(
		'1 confirmed by 31 January 2026; none due yet'
	);
	expect(claimedAndConfirmed([], 960).title).toBe('No progress recorded yet');
	expect(claimedAndConfirmed(days.slice(3), 960).title).toBe('No progress recorded yet');
});

test('days without a change are left out, the ends and the last day with figures are not', () => {
	const quiet = [
		day('2026-01-01', 1, 1, 1),
		day('2026-01-02', 1, 1, 1),
		day('2026-01-03', 1, 2, 1),
		day('2026-01-04', 1, 2, 1),
		day('2026-01-05', 1, 2, 1),
		day('2026-01-06', 1, null, null),
		day('2026-01-07', 1, null, null),
		day('2026-01-08', 1, null, null)
	];
	const { table, title } = claimedAndConfirmed(quiet, 960);
	expect(table.rows.map(({ header }) => header)).toEqual([
		'1 January 2026',
		'3 January 2026',
		'5 January 2026',
		'6 January 2026',
		'8 January 2026'
	]);
	expect(title).toBe('1 due by 5 January 2026; 1 confirmed');
});
