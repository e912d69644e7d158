import { expect, it } from 'vitest';
import { compareDue, ownWorkOf, type OwnWork, type OwnWorkFacts } from './own-work.ts';
import { plainDate } from './plain-date.ts';

it.each<[OwnWork, OwnWorkFacts]>([
	['closed', { status: 'confirmed', timeliness: null, freshness: null }],
	['closed', { status: 'not-applicable', timeliness: null, freshness: null }],
	[
		'with-inspectorate',
		{ status: 'reported-complete', timeliness: 'overdue', freshness: 'not-reported' }
	],
	['overdue', { status: 'returned', timeliness: 'overdue', freshness: 'reported' }],
	['returned', { status: 'returned', timeliness: 'later', freshness: 'owed' }],
	['owed', { status: 'in-progress', timeliness: 'due-soon', freshness: 'owed' }],
	['owed', { status: 'not-started', timeliness: 'no-date', freshness: 'not-reported' }],
	['due-soon', { status: 'in-progress', timeliness: 'due-soon', freshness: 'reported' }],
	['under-way', { status: 'in-progress', timeliness: 'rescheduled', freshness: 'reported' }],
	['under-way', { status: 'not-started', timeliness: 'no-date', freshness: null }]
])('is %s for %j', (work, facts) => {
	expect(ownWorkOf(facts)).toBe(work);
});

it('puts the earliest deadline first and what has none last', () => {
	const due = [null, '2026-03-01', '2025-12-31', null].map((day) => ({
		currentDueOn: day === null ? null : plainDate(day)
	}));
	expect(due.toSorted(compareDue).map((row) => row.currentDueOn)).toEqual([
		'2025-12-31',
		'2026-03-01',
		null,
		null
	]);
});
