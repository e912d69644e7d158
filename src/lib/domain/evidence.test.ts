import { expect, test } from 'vitest';
import { checkMarking, isHeldMarking } from './evidence.ts';

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
