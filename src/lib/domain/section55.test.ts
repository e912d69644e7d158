import { describe, expect, test } from 'vitest';
import { ORGANISATION_KINDS } from './organisation.ts';
import { daysBetween, plainDate } from './plain-date.ts';
import {
	hasSection55Duty,
	mustBePublishable,
	section55LastDay,
	section55Standing
} from './section55.ts';

test('published on 16 May 2025, comments are due by 10 July 2025', () => {
	expect(section55LastDay(plainDate('2025-05-16'))).toBe('2025-07-10');
});

test('the day of publication is the first of the 56', () => {
	const publishedOn = plainDate('2024-02-20');
	expect(daysBetween(publishedOn, section55LastDay(publishedOn)) + 1).toBe(56);
});

test('the duty reaches police forces with a local policing body, and nobody else', () => {
	const localPolicingBody = 'Kent Police and Crime Commissioner';
	for (const kind of ORGANISATION_KINDS) {
		expect(hasSection55Duty({ kind, localPolicingBody })).toBe(kind === 'police-force');
		expect(hasSection55Duty({ kind, localPolicingBody: null })).toBe(false);
	}
});

describe('comments on the report of 16 May 2025', () => {
	const report = plainDate('2025-05-16');
	test.each([
		['2025-05-16', '2026-01-01', 'in-time', 0],
		['2025-07-10', '2026-01-01', 'in-time', 0],
		['2025-07-11', '2026-01-01', 'late', 1],
		['2025-08-10', '2026-01-01', 'late', 31],
		[null, '2025-07-10', 'not-due', 0],
		[null, '2025-07-11', 'not-published', 1],
		[null, '2026-07-10', 'not-published', 365]
	])('published on %s, looked at on %s: %s', (respondedOn, today, state, daysLate) => {
		const published = respondedOn === null ? null : plainDate(respondedOn);
		expect(section55Standing(report, published, plainDate(today))).toEqual({ state, daysLate });
	});

	test.each([
		['2025-05-15', 'comments-before-report'],
		['2025-06-02', 'comments-in-future']
	])('are not recorded for %s on 1 June 2025', (day, code) => {
		const record = () => mustBePublishable(plainDate(day), report, plainDate('2025-06-01'));
		expect(record).toThrow(expect.objectContaining({ code, field: 'publishedOn' }));
	});
});
