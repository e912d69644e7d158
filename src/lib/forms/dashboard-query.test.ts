import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { withQuery } from '#lib/wording/paths.ts';
import { expect, it } from 'vitest';
import { readDashboardQuery, typedAsAt, writeDashboardQuery } from './dashboard-query.ts';

const read = (text: string) => readDashboardQuery(new URLSearchParams(text));

it('reads what a dashboard is narrowed by, and writes it as it was', () => {
	const text =
		'as-at=2026-02-01&inspection=OIC&kind=command&organisation=KENT&period=2026-01-01&recommendation=3&region=London&theme=A+%26+B';
	const query = read(text);
	expect(query).toEqual({
		inspection: 'OIC',
		asAt: '2026-02-01',
		filter: {
			...NO_FILTER,
			...{ kind: ['command'], organisation: ['KENT'], period: ['2026-01-01'] },
			...{ recommendation: [3], region: ['London'], theme: ['A & B'] }
		}
	});
	expect(withQuery('', writeDashboardQuery(query))).toBe(`?${text}`);
});

it.each(['status=confirmed', 'timeliness=overdue', 'q=kent', 'only=waiting', 'waitsOn=NCA'])(
	'refuses %s, which its own numbers tell',
	(text) => {
		expect(() => read(text)).toThrow(expect.objectContaining({ code: 'unknown-filter' }));
	}
);

it.each([
	['as-at-day=3&as-at-month=2&as-at-year=2026', '2026-02-03'],
	['as-at-day=&as-at-month=&as-at-year=', ''],
	['as-at-day=31&as-at-month=2&as-at-year=2026', '31 2 2026'],
	['as-at=2026-02-03', undefined]
])('the day typed as %s is %s', (text, day) => {
	expect(typedAsAt(new URLSearchParams(text))).toBe(day);
});
