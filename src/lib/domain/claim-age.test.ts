import { expect, test } from 'vitest';
import { claimAgeOf } from './claim-age.ts';
import { addDays, plainDate } from './plain-date.ts';

const TODAY = plainDate('2026-03-02');

test.each([
	[0, 'under-14'],
	[13, 'under-14'],
	[14, '14-to-28'],
	[28, '14-to-28'],
	[29, '29-to-56'],
	[56, '29-to-56'],
	[57, 'over-56']
])('a claim made %i days ago has waited for %s', (days, age) => {
	const claimedOn = addDays(TODAY, -days);
	expect(claimAgeOf({ status: 'reported-complete', claimedOn }, TODAY)).toBe(age);
});

test('nothing waits once it is decided', () => {
	expect(claimAgeOf({ status: 'confirmed', claimedOn: TODAY }, TODAY)).toBeNull();
	expect(claimAgeOf({ status: 'reported-complete', claimedOn: null }, TODAY)).toBeNull();
});
