import { describe, expect, it } from 'vitest';
import { countMessage, limitMessage } from './character-count.ts';

describe('the character count', () => {
	it('says how many are left, one of them in the singular', () => {
		expect(countMessage(0, 10_000)).toBe('You have 10,000 characters remaining');
		expect(countMessage(9, 10)).toBe('You have 1 character remaining');
		expect(countMessage(10, 10)).toBe('You have 0 characters remaining');
	});

	it('says how many are too many instead of cutting the text', () => {
		expect(countMessage(11, 10)).toBe('You have 1 character too many');
		expect(countMessage(1300, 100)).toBe('You have 1,200 characters too many');
	});

	it('states the limit for those without script', () => {
		expect(limitMessage(10_000)).toBe('You can enter up to 10,000 characters');
	});
});
