import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, it } from 'vitest';
import { readSummaryQuery } from './summary-query.ts';

const read = (query: string) =>
	readSummaryQuery(new URLSearchParams(query), plainDate('2026-03-02'));

it('asks for nothing when nobody asks', () => {
	expect(read('')).toEqual({
		...{ inspection: undefined, organisation: undefined, since: undefined, problems: [] }
	});
});

it.each(['since=2025-12-01', 'since-day=1&since-month=12&since-year=2025'])(
	'takes the day of the last board: %s',
	(query) => {
		expect(read(query)).toMatchObject({ since: '2025-12-01', problems: [] });
	}
);

it.each([
	['since=2026-02-30', 'The day must be a real date, like 27 3 2026'],
	['since=yesterday', 'The day must be a real date, like 27 3 2026'],
	['since-day=1', 'The day must be a real date, like 27 3 2026'],
	['since=2026-03-02', 'The day must be before today'],
	['since-day=1&since-month=1&since-year=2027', 'The day must be before today']
])('%s: %s', (query, message) => {
	expect(read(query)).toMatchObject({
		since: undefined,
		problems: [{ field: 'since', message }]
	});
});
