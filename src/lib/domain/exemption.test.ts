import { describe, expect, test } from 'vitest';
import { exemptionState, mustBeAskable, mustNotBeAsker, whyNotAskable } from './exemption.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './status.ts';

/** Written out by hand: what asking ends in from each status, with nothing asked and with something. */
const ASKING: Record<AssignmentStatus, readonly [string | null, string]> = {
	'not-started': [null, 'already-asked'],
	'in-progress': [null, 'already-asked'],
	returned: [null, 'already-asked'],
	'reported-complete': ['claim-waits', 'claim-waits'],
	confirmed: ['assignment-closed', 'assignment-closed'],
	'not-applicable': ['assignment-closed', 'assignment-closed'],
	'not-accepted': ['assignment-closed', 'assignment-closed'],
	'no-further-action': ['assignment-closed', 'assignment-closed']
};

describe('asking', () => {
	test.each(ASSIGNMENT_STATUSES)('from %s', (status) => {
		for (const [index, isAsked] of [false, true].entries()) {
			const expected = ASKING[status][index as 0 | 1];
			expect(whyNotAskable(status, isAsked)?.code ?? null).toBe(expected);
			if (expected === null) mustBeAskable(status, isAsked);
			else expect(() => mustBeAskable(status, isAsked)).toThrow(expected);
		}
	});
});

test.each([
	[null, false, 'open'],
	[null, true, 'withdrawn'],
	[true, false, 'agreed'],
	[false, false, 'refused']
] as const)('an answer of %s, withdrawn %s: %s', (answer, isWithdrawn, state) => {
	expect(exemptionState(answer, isWithdrawn)).toBe(state);
});

test('whoever asked does not decide', () => {
	expect(() => mustNotBeAsker(7, 7)).toThrow('asker-cannot-decide');
	expect(() => mustNotBeAsker(7, 8)).not.toThrow();
});
