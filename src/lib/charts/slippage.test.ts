import { plainDate } from '#lib/domain/plain-date.ts';
import type { SlippageOverall } from '#lib/domain/slippage-overall.ts';
import { expect, test } from 'vitest';
import { slippage, type SlippageRow } from './slippage.ts';

const TODAY = plainDate('2026-03-02');
const NONE: SlippageOverall = { dated: 0, later: 0, earlier: 0, furthest: null };

function row(number: number, overall: Partial<SlippageOverall>): SlippageRow {
	return {
		reference: `OIC-${number}`,
		title: 'Share intelligence',
		slippage: { ...NONE, ...overall },
		...{ href: '/all', laterHref: '/later', earlierHref: '/earlier' }
	};
}

function furthest(from: string, to: string, days: number, moves: number) {
	return { originalDueOn: plainDate(from), currentDueOn: plainDate(to), days, moves };
}

const rows = [
	row(1, { dated: 43, later: 12, furthest: furthest('2026-03-31', '2026-07-01', 92, 2) }),
	row(2, { dated: 10, earlier: 1, furthest: furthest('2026-06-30', '2026-05-31', -30, 1) }),
	row(3, {})
];

test('the title says how many were put back and by how much, in words for each recommendation', () => {
	const { title, description } = slippage({ today: TODAY, recommendations: rows }, 960);
	expect(title).toBe('12 of 53 deadlines put back, at most 92 days');
	expect(description).toContain(
		'OIC-1 moved twice, 92 days later; OIC-2 moved once, 30 days earlier; OIC-3 has no deadline.'
	);
});

test('each row marks where the deadline was and where it is, and one without a date says so', () => {
	const { config } = slippage({ today: TODAY, recommendations: rows }, 960);
	const marks = config.options?.plugins?.dumbbells?.rows;
	expect(marks?.map((mark) => mark?.words)).toEqual([
		...['moved twice, 92 days later', 'moved once, 30 days earlier', undefined]
	]);
	const [first] = marks ?? [];
	expect((first?.to ?? 0) - (first?.from ?? 0)).toBe(92);
	expect(config.options?.plugins?.rowLabels?.rows?.[2]?.emptyNote).toBe('No deadline set');
});

test('the table has the dates, and a link to each count that there is', () => {
	const { table } = slippage({ today: TODAY, recommendations: rows }, 960);
	expect(table.rows.map(({ cells }) => cells)).toEqual([
		[12, 0, '31 March 2026', '1 July 2026', 92, 2],
		[0, 1, '30 June 2026', '31 May 2026', -30, 1],
		[0, 0, 'No deadline set', 'No deadline set', null, null]
	]);
	expect(table.nullWord).toBe('None');
	expect(table.rows.map(({ links }) => links)).toEqual([
		['/later', undefined],
		[undefined, '/earlier'],
		[undefined, undefined]
	]);
});

test('without a move it says so, and without a date there is nothing to draw', () => {
	const still = row(1, { dated: 4, furthest: furthest('2026-03-31', '2026-03-31', 0, 0) });
	expect(slippage({ today: TODAY, recommendations: [still] }, 960).title).toBe(
		'None of 4 deadlines put back'
	);
	expect(slippage({ today: TODAY, recommendations: [row(1, {})] }, 960).title).toBe(
		'No deadlines set'
	);
});

test('where there is no room beside the marks, the words go on after the title', () => {
	const { config } = slippage({ today: TODAY, recommendations: rows }, 330);
	const [first] = config.options?.plugins?.rowLabels?.rows ?? [];
	expect(first?.lines?.join(' ')).toBe('Share intelligence: moved twice, 92 days later');
	expect(config.options?.plugins?.dumbbells?.rows?.[0]?.words).toBe('');
});

test('the title has ten words or fewer, however many there are', () => {
	const { title } = slippage({ today: TODAY, recommendations: rows }, 960);
	expect(title.split(' ').length).toBeLessThanOrEqual(10);
});
