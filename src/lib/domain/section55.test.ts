import { expect, test } from 'vitest';
import { ORGANISATION_KINDS } from './organisation.ts';
import { daysBetween, plainDate } from './plain-date.ts';
import { hasSection55Duty, section55LastDay } from './section55.ts';

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
