import { expect, test } from 'vitest';
import { timeliness } from './timeliness.ts';

const counts = { overdue: 9, rescheduled: 4, 'due-soon': 5, later: 20, 'no-date': 0 };

test('every group has a bar, the most urgent first, nought included', () => {
	const { config, table } = timeliness({ counts }, 960);
	expect(config.data.datasets.map(({ data }) => data)).toEqual([[9, 4, 5, 20, 0]]);
	expect(table.rows).toEqual([
		{ header: 'Overdue', cells: [9] },
		{ header: 'Past original date', cells: [4] },
		{ header: 'Due within 30 days', cells: [5] },
		{ header: 'Due later', cells: [20] },
		{ header: 'No deadline set', cells: [0] }
	]);
});

test('a group links to its assignments where an address is given', () => {
	const { rows } = timeliness({ counts, hrefs: { overdue: '/?timeliness=overdue' } }, 960).table;
	expect(rows.map(({ href }) => href)).toEqual([
		'/?timeliness=overdue',
		undefined,
		undefined,
		undefined,
		undefined
	]);
});

test('the text alternative gives every number', () => {
	expect(timeliness({ counts }, 960).description).toBe(
		'Bar chart of 38 open assignments by timeliness: overdue 9, past original date 4, ' +
			'due within 30 days 5, due later 20, no deadline set 0.'
	);
});

test('with nothing open there is nothing to draw', () => {
	const none = { overdue: 0, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 0 };
	expect(timeliness({ counts: none }, 960)).toMatchObject({
		title: 'No open assignments',
		table: { rows: [] }
	});
});
