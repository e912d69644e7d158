import { describe, expect, test } from 'vitest';
import { ASSIGNMENT_STATUSES, isOpen } from './status.ts';
import { countHandover, lessAdvanced, mustBeEndable, planHandover } from './succession.ts';

describe('two assignments that become one', () => {
	test.each([
		['in-progress', 'confirmed', 'in-progress'],
		['reported-complete', 'confirmed', 'reported-complete'],
		['not-started', 'in-progress', 'not-started'],
		['not-applicable', 'in-progress', 'in-progress'],
		['confirmed', 'no-further-action', 'confirmed']
	] as const)('%s and %s stand at %s', (one, other, expected) => {
		expect(lessAdvanced(one, other)).toBe(expected);
		expect(lessAdvanced(other, one)).toBe(expected);
	});

	test('never hide work that is owed', () => {
		for (const one of ASSIGNMENT_STATUSES) {
			for (const other of ASSIGNMENT_STATUSES) {
				const owed = isOpen(one) || isOpen(other);
				expect(isOpen(lessAdvanced(one, other))).toBe(owed);
			}
		}
	});
});

test('what will happen is counted', () => {
	const held = (recommendationId: number, status: (typeof ASSIGNMENT_STATUSES)[number]) => ({
		recommendationId,
		status
	});
	const plan = planHandover(
		[held(1, 'in-progress'), held(2, 'confirmed'), held(3, 'not-started')],
		[held(1, 'confirmed'), held(2, 'in-progress'), held(9, 'returned')]
	);
	expect(plan.map(({ status }) => status)).toEqual(['in-progress', 'in-progress', 'not-started']);
	expect(countHandover(plan)).toEqual({ handed: 3, made: 1, merged: 2, setBack: 1 });
});

test('a body ends once, and never into itself or into one that has ended', () => {
	expect(() => mustBeEndable(true, false, false)).toThrow('organisation-ended');
	expect(() => mustBeEndable(false, true, false)).toThrow('organisation-ended');
	expect(() => mustBeEndable(false, false, true)).toThrow('own-successor');
	expect(() => mustBeEndable(false, false, false)).not.toThrow();
});
