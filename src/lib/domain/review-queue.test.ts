import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backlogOf, isAskedFor, type QueuedClaim, type QueueFilter } from './review-queue.ts';

const CLAIM: QueuedClaim = {
	...{ days: 30, organisationCode: 'KENT', reference: 'OIC-7', reviewerId: null },
	risk: { level: 'raised', score: 1 },
	stage: 'to-review'
};
const ALL: QueueFilter = {
	...{ days: null, risk: [], organisation: [], recommendation: [], reviewer: [], stage: [] }
};

describe('the filter of the queue', () => {
	test.each<[Partial<QueueFilter>, boolean]>([
		[{}, true],
		[{ days: 30 }, true],
		[{ days: 31 }, false],
		[{ risk: ['high', 'raised'] }, true],
		[{ risk: ['high'] }, false],
		[{ organisation: ['KENT'], recommendation: ['OIC-7'] }, true],
		[{ organisation: ['KENT'], recommendation: ['OIC-8'] }, false],
		[{ reviewer: ['nobody', 4] }, true],
		[{ reviewer: [4] }, false],
		[{ stage: ['to-countersign'] }, false]
	])('%j: %s', (filter, isIn) => {
		expect(isAskedFor(CLAIM, { ...ALL, ...filter })).toBe(isIn);
	});
	test('finds what an inspector has taken, and not under nobody', () => {
		const taken = { ...CLAIM, reviewerId: 4 };
		expect(isAskedFor(taken, { ...ALL, reviewer: [4] })).toBe(true);
		expect(isAskedFor(taken, { ...ALL, reviewer: ['nobody'] })).toBe(false);
	});
});

describe('the backlog', () => {
	test.each([
		[[], { waiting: 0, medianDays: null, oldestDays: null }],
		[[5], { waiting: 1, medianDays: 5, oldestDays: 5 }],
		[[5, 9], { waiting: 2, medianDays: 9, oldestDays: 9 }],
		[[9, 1, 5], { waiting: 3, medianDays: 5, oldestDays: 9 }],
		[[1, 2, 3, 40], { waiting: 4, medianDays: 3, oldestDays: 40 }]
	])('of %j', (days, backlog) => {
		expect(backlogOf(days)).toEqual(backlog);
	});
	test('at least half have waited for the median, and no more than half for longer', () => {
		const waits = fc.array(fc.nat({ max: 400 }), { minLength: 1 });
		fc.assert(
			fc.property(waits, (days) => {
				const median = backlogOf(days).medianDays!;
				expect(days.filter((one) => one >= median).length * 2).toBeGreaterThanOrEqual(days.length);
				expect(days.filter((one) => one > median).length * 2).toBeLessThan(days.length + 1);
			})
		);
	});
});
