import { expect, test } from 'vitest';
import { checkDayOfEvidence, checkMarking, isHeldMarking } from './evidence.ts';
import { plainDate } from './plain-date.ts';

test.each(['official', 'official-sensitive'] as const)('%s is held', (marking) => {
	expect(checkMarking(marking)).toBe(marking);
	expect(isHeldMarking(marking)).toBe(true);
});

test.each(['secret', 'top-secret'] as const)('%s is refused, and said which', (marking) => {
	expect(isHeldMarking(marking)).toBe(false);
	expect(() => checkMarking(marking)).toThrow(
		expect.objectContaining({ code: 'marking-too-high', field: 'marking', facts: { marking } })
	);
});

test('a day that evidence gives is today at the latest', () => {
	const today = plainDate('2026-03-02');
	const named = { field: 'shownOn', what: 'the date of what it shows' };
	expect(() => checkDayOfEvidence(today, today, named)).not.toThrow();
	expect(() => checkDayOfEvidence(plainDate('2026-03-03'), today, named)).toThrow(
		expect.objectContaining({
			code: 'date-in-future',
			field: 'shownOn',
			facts: { what: 'the date of what it shows' }
		})
	);
});
