import { describe, expect, it } from 'vitest';
import { pageNumbers } from './page-numbers.ts';

describe('page numbers', () => {
	it('show every page when there are few', () => {
		expect(pageNumbers(2, 4)).toEqual([1, 2, 3, 4]);
		expect(pageNumbers(1, 1)).toEqual([1]);
	});

	it('leave out runs of two or more, never a single page', () => {
		expect(pageNumbers(1, 40)).toEqual([1, 2, 'gap', 40]);
		expect(pageNumbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(pageNumbers(10, 40)).toEqual([1, 'gap', 9, 10, 11, 'gap', 40]);
	});

	it('always hold the first, the current and the last page, in order and once', () => {
		for (let last = 1; last <= 30; last++) {
			for (let current = 1; current <= last; current++) {
				const numbers = pageNumbers(current, last).filter((n) => n !== 'gap');
				expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
				expect(numbers).toEqual(expect.arrayContaining([1, current, last]));
			}
		}
	});
});
