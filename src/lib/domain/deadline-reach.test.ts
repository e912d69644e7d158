import { describe, expect, test } from 'vitest';
import { isMoved, reachOf } from './deadline-reach.ts';
import { plainDate, type PlainDate } from './plain-date.ts';
import type { AssignmentStatus } from './status.ts';

const JUNE = plainDate('2026-06-30');
const JULY = plainDate('2026-07-31');

function bearer(
	originalDueOn: PlainDate | null,
	currentDueOn: PlainDate | null,
	isFollowing = false,
	status: AssignmentStatus = 'in-progress'
) {
	return { status, originalDueOn, currentDueOn, isFollowing };
}

describe('a deadline of a whole recommendation', () => {
	test.each([
		['gives an assignment without a date its first', bearer(null, null), 'first'],
		['moves the date of one that follows', bearer(JUNE, JUNE, true), 'follows'],
		[
			'goes on being followed where it said that there is none',
			bearer(null, null, true),
			'follows'
		],
		['leaves a date of its own', bearer(JUNE, JUNE), 'own'],
		['leaves a date that was extended', bearer(JUNE, JULY), 'own'],
		['leaves a date that was taken away by itself', bearer(JUNE, null), 'own'],
		['leaves what is confirmed', bearer(null, null, false, 'confirmed'), 'closed'],
		['leaves what is not applicable', bearer(JUNE, JUNE, true, 'not-applicable'), 'closed'],
		['reaches a claim that waits', bearer(null, null, false, 'reported-complete'), 'first']
	])('%s', (_, about, reach) => {
		expect(reachOf(about)).toBe(reach);
	});

	test.each([
		[bearer(JUNE, JUNE, true), JULY, true],
		[bearer(JUNE, JUNE, true), null, true],
		[bearer(JUNE, JUNE, true), JUNE, false],
		[bearer(null, null, true), JUNE, false],
		[bearer(null, null), JUNE, false],
		[bearer(JUNE, JUNE), JULY, false]
	])('%j moves to %s: %s', (about, lastDay, moved) => {
		expect(isMoved([bearer(null, null), about], lastDay)).toBe(moved);
	});
});
