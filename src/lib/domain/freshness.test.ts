import { describe, expect, test } from 'vitest';
import { freshnessOf, type FreshnessFacts } from './freshness.ts';
import { plainDate } from './plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen } from './status.ts';

const period = (opensOn: string, closesOn: string) => ({
	opensOn: plainDate(opensOn),
	closesOn: plainDate(closesOn)
});
const AUTUMN = period('2025-10-01', '2025-10-31');
const WINTER = period('2026-01-05', '2026-01-30');

const facts = (lastReportedOn: string | null, rest: Partial<FreshnessFacts> = {}) => ({
	status: 'in-progress' as const,
	lastReportedOn: lastReportedOn === null ? null : plainDate(lastReportedOn),
	allocatedOn: plainDate('2025-05-16'),
	askedSince: null,
	...rest
});

describe('while the latest period is open', () => {
	const today = plainDate('2026-01-20');

	test.each([
		['2026-01-05', 'reported'],
		['2026-01-20', 'reported'],
		['2026-01-04', 'owed'],
		['2025-10-01', 'owed'],
		['2025-09-30', 'not-reported'],
		[null, 'not-reported']
	])('last heard of on %s: %s', (lastReportedOn, freshness) => {
		expect(freshnessOf(facts(lastReportedOn), [WINTER, AUTUMN], today)).toBe(freshness);
	});
	test('in the first period there was nothing to miss yet: an update is owed', () => {
		expect(freshnessOf(facts(null), [WINTER], today)).toBe('owed');
	});
	test.each([
		['2025-09-30', 'not-reported'],
		['2025-10-01', 'owed'],
		['2026-01-04', 'owed'],
		['2026-01-05', null],
		['2026-01-20', null]
	])('allocated on %s, or given back then, and silent: %s', (day, freshness) => {
		const allocatedOn = plainDate(day);
		expect(freshnessOf(facts(null, { allocatedOn }), [WINTER, AUTUMN], today)).toBe(freshness);
		const askedSince = allocatedOn;
		expect(freshnessOf(facts(null, { askedSince }), [WINTER, AUTUMN], today)).toBe(freshness);
	});
	test('an update that nobody asked for counts as one', () => {
		const eager = facts('2026-01-19', { allocatedOn: plainDate('2026-01-18') });
		expect(freshnessOf(eager, [WINTER, AUTUMN], today)).toBe('reported');
	});
	test('what was heard before it was given back does not excuse what was missed since', () => {
		const back = facts('2025-09-01', { askedSince: plainDate('2025-09-20') });
		expect(freshnessOf(back, [WINTER, AUTUMN], today)).toBe('not-reported');
	});
});

describe('on the edges of a period', () => {
	test.each([
		['2026-01-05', 'owed'],
		['2026-01-30', 'owed'],
		['2026-01-31', 'not-reported']
	])('on %s an update that has not come is %s', (today, freshness) => {
		expect(freshnessOf(facts('2025-10-20'), [WINTER, AUTUMN], plainDate(today))).toBe(freshness);
	});
	test('a late update counts as soon as it comes', () => {
		const late = facts('2026-03-02');
		expect(freshnessOf(late, [WINTER, AUTUMN], plainDate('2026-03-02'))).toBe('reported');
	});
});

describe('where nothing is owed', () => {
	const today = plainDate('2026-01-20');

	test('no period has opened', () => {
		expect(freshnessOf(facts(null), [], today)).toBeNull();
	});
	test('every period opened before the assignment was allocated', () => {
		const late = facts(null, { allocatedOn: plainDate('2026-01-05') });
		expect(freshnessOf(late, [WINTER, AUTUMN], plainDate('2026-02-02'))).toBeNull();
	});
	test('the assignment is closed or its claim waits, and only then', () => {
		for (const status of ASSIGNMENT_STATUSES) {
			const freshness = freshnessOf(facts(null, { status }), [WINTER], today);
			const isTheirs = isOpen(status) && status !== 'reported-complete';
			expect(freshness === null, status).toBe(!isTheirs);
		}
	});
});
