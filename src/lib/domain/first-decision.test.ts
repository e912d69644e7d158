import { expect, test } from 'vitest';
import { firstDecisionOf } from './first-decision.ts';
import { MOVES, type AssignmentStatus } from './status.ts';

test.each<[AssignmentStatus[], string | null]>([
	[['not-started', 'in-progress'], null],
	[['not-started', 'reported-complete'], null],
	[['not-started', 'reported-complete', 'confirmed'], 'confirmed'],
	[['reported-complete', 'returned', 'in-progress', 'reported-complete', 'confirmed'], 'returned'],
	[['reported-complete', 'in-progress', 'reported-complete', 'confirmed'], 'confirmed'],
	[['reported-complete', 'not-applicable', 'in-progress'], null],
	[['reported-complete', 'confirmed', 'in-progress', 'reported-complete', 'returned'], 'confirmed']
])('of %j the first decision is %s', (statuses, decision) => {
	expect(firstDecisionOf(statuses)).toBe(decision);
});

test('nothing but a claim is confirmed or returned', () => {
	const decisions = MOVES.filter(({ to }) => to === 'confirmed' || to === 'returned');
	for (const { from } of decisions) expect(from).toEqual(['reported-complete']);
});
