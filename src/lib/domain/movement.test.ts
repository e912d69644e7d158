import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLOWS, flowsOf, reconciles, type Flow, type Movement } from './movement.ts';
import { ASSIGNMENT_STATUSES, isOpen, movesFrom, type AssignmentStatus } from './status.ts';

test.each<[AssignmentStatus | null, AssignmentStatus, Flow[]]>([
	[null, 'not-started', ['added']],
	[null, 'confirmed', ['added', 'confirmed']],
	[null, 'not-applicable', ['added', 'closedOtherwise']],
	['not-started', 'in-progress', []],
	['in-progress', 'reported-complete', []],
	['reported-complete', 'returned', []],
	['reported-complete', 'confirmed', ['confirmed']],
	['returned', 'no-further-action', ['closedOtherwise']],
	['in-progress', 'not-accepted', ['closedOtherwise']],
	['confirmed', 'in-progress', ['reopened']],
	['not-applicable', 'in-progress', ['reopened']]
])('from %s to %s is %j', (from, to, flows) => {
	expect(flowsOf(from, to)).toEqual(flows);
});

/** A walk through the table of moves, from the allocation on. */
const aHistory = fc
	.array(fc.nat(), { maxLength: 12 })
	.chain((choices) => fc.constantFrom(...ASSIGNMENT_STATUSES).map((first) => walk(first, choices)));

function walk(first: AssignmentStatus, choices: readonly number[]): AssignmentStatus[] {
	const statuses = [first];
	for (const choice of choices) {
		const moves = movesFrom(statuses.at(-1)!);
		statuses.push(moves[choice % moves.length]!.to);
	}
	return statuses;
}

test('the movement of any histories reconciles, wherever the span begins', () => {
	const cut = fc.tuple(aHistory, fc.nat({ max: 14 }));
	fc.assert(
		fc.property(fc.array(cut, { maxLength: 40 }), (histories) => {
			expect(reconciles(movementOf(histories))).toBe(true);
		})
	);
});

test('a single assignment too many or too few does not reconcile', () => {
	const cut = fc.tuple(aHistory, fc.nat({ max: 14 }));
	const wrong = fc.constantFrom(...FLOWS, 'opening' as const, 'closing' as const);
	const by = fc.integer().filter((number) => number !== 0);
	fc.assert(
		fc.property(fc.array(cut, { maxLength: 20 }), wrong, by, (histories, key, error) => {
			const movement = movementOf(histories);
			expect(reconciles({ ...movement, [key]: movement[key] + error })).toBe(false);
		})
	);
});

/** By looking at each history whole. `cut` changes happened before the span; the rest in it. */
function movementOf(histories: readonly (readonly [AssignmentStatus[], number])[]): Movement {
	const movement = {
		...{ opening: 0, added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0, closing: 0 }
	};
	for (const [statuses, cut] of histories) {
		const before = statuses[Math.min(cut, statuses.length) - 1];
		if (before && isOpen(before)) movement.opening += 1;
		if (isOpen(statuses.at(-1)!)) movement.closing += 1;
		for (let at = cut; at < statuses.length; at++) {
			for (const flow of flowsOf(statuses[at - 1] ?? null, statuses[at]!)) movement[flow] += 1;
		}
	}
	return movement;
}
