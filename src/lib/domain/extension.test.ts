import { describe, expect, test } from 'vitest';
import {
	answerGiven,
	extensionState,
	grantedDay,
	mustBeExtendable,
	whyNotExtendable,
	type ExtensionAnswer
} from './extension.ts';
import { plainDate } from './plain-date.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './status.ts';

const DUE = plainDate('2026-03-31');
const TODAY = plainDate('2026-04-10');

/** Written out by hand: what asking ends in from each status, with nothing asked and with something. */
const ASKING: Record<AssignmentStatus, readonly [string | null, string]> = {
	'not-started': [null, 'extension-asked'],
	'in-progress': [null, 'extension-asked'],
	returned: [null, 'extension-asked'],
	'reported-complete': ['claim-needs-no-time', 'claim-needs-no-time'],
	confirmed: ['assignment-closed', 'assignment-closed'],
	'not-applicable': ['assignment-closed', 'assignment-closed'],
	'not-accepted': ['assignment-closed', 'assignment-closed'],
	'no-further-action': ['assignment-closed', 'assignment-closed']
};

describe('asking for more time', () => {
	test.each(ASSIGNMENT_STATUSES)('from %s', (status) => {
		for (const [index, isAsked] of [false, true].entries()) {
			const about = { status, currentDueOn: DUE };
			const expected = ASKING[status][index as 0 | 1];
			expect(whyNotExtendable(about, isAsked)?.code ?? null).toBe(expected);
			const ask = () => mustBeExtendable(about, isAsked, plainDate('2026-06-30'), TODAY);
			if (expected === null) expect(ask()).toBe(DUE);
			else expect(ask).toThrow(expected);
		}
	});

	test('where there is no date there is nothing to move', () => {
		const about = { status: 'in-progress', currentDueOn: null } as const;
		expect(whyNotExtendable(about, false)?.code).toBe('nothing-to-extend');
	});

	test.each([
		['2026-03-30', 'not-later'],
		['2026-03-31', 'not-later'],
		['2026-04-01', 'day-passed'],
		['2026-04-09', 'day-passed']
	])('%s cannot be asked for: %s', (day, code) => {
		const about = { status: 'in-progress', currentDueOn: DUE } as const;
		expect(() => mustBeExtendable(about, false, plainDate(day), TODAY)).toThrow(code);
	});

	test('today can be asked for', () => {
		const about = { status: 'in-progress', currentDueOn: DUE } as const;
		expect(mustBeExtendable(about, false, TODAY, TODAY)).toBe(DUE);
	});
});

describe('answering', () => {
	const ASKED = plainDate('2026-06-30');

	test.each<readonly [ExtensionAnswer, string | undefined, string | null]>([
		['grant', undefined, '2026-06-30'],
		['grant', '2026-05-31', '2026-06-30'],
		['grant-other', '2026-05-31', '2026-05-31'],
		['grant-other', '2026-09-30', '2026-09-30'],
		['refuse', '2026-05-31', null]
	])('%s, with %s typed, makes the deadline %s', (answer, other, expected) => {
		const days = { asked: ASKED, other: other === undefined ? undefined : plainDate(other) };
		expect(grantedDay(answer, days, DUE)).toBe(expected);
	});

	test.each<readonly [ExtensionAnswer, string | undefined, string | null, string]>([
		['grant-other', undefined, '2026-03-31', 'granted-day-needed'],
		['grant-other', '2026-03-31', '2026-03-31', 'not-later'],
		// The deadline was moved beyond the day asked for while the request waited.
		['grant', undefined, '2026-06-30', 'not-later'],
		['grant', undefined, null, 'nothing-to-extend'],
		['grant-other', '2026-06-30', null, 'nothing-to-extend']
	])('%s of %s against %s is refused: %s', (answer, other, current, code) => {
		const days = { asked: ASKED, other: other === undefined ? undefined : plainDate(other) };
		const currentDueOn = current === null ? null : plainDate(current);
		expect(() => grantedDay(answer, days, currentDueOn)).toThrow(code);
	});

	test('another day that is the day asked for is a grant', () => {
		expect(answerGiven('grant-other', ASKED, ASKED)).toBe('grant');
		expect(answerGiven('grant-other', ASKED, DUE)).toBe('grant-other');
		expect(answerGiven('refuse', ASKED, null)).toBe('refuse');
	});
});

test.each([
	[null, false, 'open'],
	[null, true, 'withdrawn'],
	['grant', false, 'grant'],
	['grant-other', false, 'grant-other'],
	['refuse', false, 'refuse']
] as const)('an answer of %s, withdrawn %s: %s', (answer, isWithdrawn, state) => {
	expect(extensionState(answer, isWithdrawn)).toBe(state);
});
