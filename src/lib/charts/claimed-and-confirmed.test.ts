import { expect, test } from 'vitest';
import { plainDate, toEpochDay } from '#lib/domain/plain-date.ts';
import type { ProgressDay } from '#lib/domain/burn-up.ts';
import { claimedAndConfirmed } from './claimed-and-confirmed.ts';

function day(
	text: string,
	due: number,
	claimed: number | null,
	confirmed: number | null
): ProgressDay {
	return { day: plainDate(text), due, originallyDue: due, claimed, confirmed };
}

const gap = { waiting: 2, days: 24 };

const days = [
	day('2026-01-31', 0, 4, 1),
	day('2026-02-28', 10, 9, 4),
	day('2026-03-31', 40, 33, 31),
	day('2026-09-30', 53, null, null)
];

test('what is claimed and confirmed ends today, while deadlines run on', () => {
	const { config } = claimedAndConfirmed({ days, gap }, 960);
	const lines = config.data.datasets.map(({ label, data }) => [label, data.length]);
	expect(lines).toEqual([
		['Due', 4],
		['Claimed', 3],
		['Confirmed', 3]
	]);
	expect(config.options?.plugins?.dayAxis?.asAt).toEqual({
		value: toEpochDay(plainDate('2026-03-31')),
		label: '31 Mar 2026'
	});
});

test('the title and the text alternative speak of the last day with figures', () => {
	const { title, description } = claimedAndConfirmed({ days, gap }, 960);
	expect(title).toBe('40 due by 31 March 2026; 31 confirmed');
	expect(description).toContain(
		'33 had been claimed and 31 confirmed. ' +
			'2 claims wait for confirmation; confirmation runs 24 days behind claims.'
	);
	expect(description).toContain('By the last day 53 are due.');
});

test('each line carries its name and its last number at its end', () => {
	const { config } = claimedAndConfirmed({ days, gap }, 960);
	const labels = config.options?.plugins?.lineLabels?.labels?.map((label) => label?.lines);
	expect(labels).toEqual([['Due 53'], ['Claimed 33'], ['Confirmed 31']]);
});

test('the table keeps days that have not come, with what is not known yet as null', () => {
	const { table } = claimedAndConfirmed({ days, gap }, 960);
	expect(table.columns).toEqual(['Day', 'Due', 'Due at first', 'Claimed', 'Confirmed']);
	expect(table.rows.at(-1)).toEqual({ header: '30 September 2026', cells: [53, 53, null, null] });
});

test('the axis of days is as long as the days between, and counts start at nought', () => {
	const { config } = claimedAndConfirmed({ days, gap }, 960);
	const { x, y } = config.options?.scales ?? {};
	expect([x?.min, x?.max]).toEqual([
		toEpochDay(plainDate('2026-01-31')),
		toEpochDay(plainDate('2026-09-30'))
	]);
	expect(y).toMatchObject({ beginAtZero: true });
});

test('a single day makes a chart, and no day or none with figures makes an empty one', () => {
	expect(claimedAndConfirmed({ days: days.slice(0, 1), gap }, 960).title).toBe(
		'1 confirmed by 31 January 2026; none due yet'
	);
	expect(claimedAndConfirmed({ days: [], gap }, 960).title).toBe('No progress recorded yet');
	expect(claimedAndConfirmed({ days: days.slice(3), gap }, 960).title).toBe(
		'No progress recorded yet'
	);
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
	const { table, title } = claimedAndConfirmed({ days: quiet, gap }, 960);
	expect(table.rows.map(({ header }) => header)).toEqual([
		'1 January 2026',
		'3 January 2026',
		'5 January 2026',
		'6 January 2026',
		'8 January 2026'
	]);
	expect(title).toBe('1 due by 5 January 2026; 1 confirmed');
});

test('the deadlines as they were set first are a line of their own, once one has moved', () => {
	const moved = days.map((one) => ({ ...one, originallyDue: one.due + 3 }));
	const { config } = claimedAndConfirmed({ days: moved, gap }, 960);
	expect(config.data.datasets.map(({ label }) => label)).toEqual([
		'Due at first',
		'Due',
		'Claimed',
		'Confirmed'
	]);
});

test('each number leads to its list: what was due as things stand, what was claimed as of that day', () => {
	const place = { inspection: 'OIC', region: ['London'] };
	const { table } = claimedAndConfirmed({ days, gap, place }, 960);
	expect(table.rows[1]?.links).toEqual([
		'/assignments?dueBy=2026-02-28&inspection=OIC&region=London',
		'/assignments?inspection=OIC&originallyDueBy=2026-02-28&region=London',
		'/assignments?as-at=2026-02-28&inspection=OIC&region=London&status=reported-complete&status=confirmed',
		'/assignments?as-at=2026-02-28&inspection=OIC&region=London&status=confirmed'
	]);
	// Nought has no list; the present day is the page's own; what has not come is not counted.
	expect(table.rows[0]?.links?.[0]).toBeUndefined();
	expect(table.rows[2]?.links?.[3]).toBe(
		'/assignments?inspection=OIC&region=London&status=confirmed'
	);
	expect(table.rows[3]?.links?.slice(2)).toEqual([undefined, undefined]);
});

test('what was claimed before a reporting period opened is no part of what it asked for', () => {
	const place = { period: ['2026-02-15'] };
	const { table } = claimedAndConfirmed({ days, gap, place }, 960);
	expect(table.rows.map(({ links }) => links?.[2] !== undefined)).toEqual([
		...[false, true, true, false]
	]);
});
