import { expect, test } from 'vitest';
import { fixedClock, momentOf } from './clock.ts';

test('a change and its day agree around midnight in summer', () => {
	const beforeMidnight = Date.parse('2025-06-03T22:59:59.999Z');
	expect(momentOf(fixedClock(beforeMidnight))).toEqual({ at: beforeMidnight, today: '2025-06-03' });
	expect(momentOf(fixedClock(beforeMidnight + 1)).today).toBe('2025-06-04');
});

test('the clock is read once for both', () => {
	let reads = 0;
	momentOf({ now: () => (reads += 1) });
	expect(reads).toBe(1);
});
