import { describe, expect, test } from 'vitest';
import { plainDate } from './plain-date.ts';
import { checkHolderDay, opensHandover, orphanReason } from './post.ts';
import { Refusal } from './refusal.ts';

describe('nobody answers for an assignment', () => {
	test.each([
		['no post owns it', { postId: null, holder: null, holderDeactivatedAt: null }, 'no-owner'],
		['nobody holds the post', { postId: 1, holder: null, holderDeactivatedAt: null }, 'no-holder'],
		[
			'its holder was switched off',
			{ postId: 1, holder: 'A', holderDeactivatedAt: 9 },
			'holder-gone'
		]
	])('where %s', (_, post, reason) => {
		expect(orphanReason(post)).toBe(reason);
	});

	test('and somebody does who does not sign in', () => {
		expect(orphanReason({ postId: 1, holder: 'A', holderDeactivatedAt: null })).toBeNull();
	});
});

test.each([
	[false, 0, false],
	[true, 0, true],
	[false, 1, true]
])(
	'a handover is opened: holder before %s, assignments %i: %s',
	(hadHolder, assignments, opens) => {
		expect(opensHandover({ hadHolder, assignments })).toBe(opens);
	}
);

describe('the day on which a holder comes', () => {
	const today = plainDate('2026-03-02');
	const at = (day: string, last?: { from: string; to?: string }) => () =>
		checkHolderDay(
			plainDate(day),
			last && { fromDay: plainDate(last.from), toDay: last.to ? plainDate(last.to) : null },
			today
		);

	test.each([
		['today, after nobody', '2026-03-02', undefined],
		['long ago, after nobody', '2020-01-01', undefined],
		['the very day on which the last one came', '2026-02-01', { from: '2026-02-01' }],
		['the day on which the last one left', '2026-02-20', { from: '2026-02-01', to: '2026-02-20' }]
	])('may be %s', (_, day, last) => {
		expect(at(day, last)).not.toThrow();
	});

	test.each([
		['tomorrow', '2026-03-03', undefined, 'date-in-future'],
		['before the last one came', '2026-01-31', { from: '2026-02-01' }, 'before-last-holder'],
		[
			'before the last one left',
			'2026-02-19',
			{ from: '2026-02-01', to: '2026-02-20' },
			'before-last-holder'
		]
	])('is never %s', (_, day, last, code) => {
		expect(at(day, last)).toThrow(expect.objectContaining({ code, field: 'fromDay' }));
		expect(at(day, last)).toThrow(Refusal);
	});
});
