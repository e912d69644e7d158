import { describe, expect, test } from 'vitest';
import type { Actor, RoleHolding } from './actor.ts';
import { ACTIONS, can, mustBeAbleTo, type Action, type Subject } from './policy.ts';
import { Refusal } from './refusal.ts';

const OWN = 1;
const FOREIGN = 2;

/** A letter for each way in which a role can be held. */
const HOLDINGS: Record<string, RoleHolding> = {
	A: { role: 'administrator', organisationId: null },
	I: { role: 'inspector', organisationId: null },
	N: { role: 'observer', organisationId: null },
	L: { role: 'lead', organisationId: OWN },
	C: { role: 'contributor', organisationId: OWN },
	O: { role: 'observer', organisationId: OWN }
};

/** Written out by hand: who may do it to a subject of their own organisation, of another, and of none. */
const MAY: Record<Action, readonly [own: string, foreign: string, none: string]> = {
	'read-assignment': ['INLCO', 'IN', 'IN'],
	'read-organisation': ['INLCO', 'IN', 'IN'],
	'read-audit-trail': ['AI', 'AI', 'AI'],
	'read-review-queue': ['I', 'I', 'I'],
	'read-samples': ['I', 'I', 'I'],
	'draw-sample': ['I', 'I', 'I'],
	'record-sample-outcome': ['I', 'I', 'I'],
	'read-summary': ['INLCO', 'IN', 'IN'],
	'read-pack': ['INLCO', 'IN', 'IN'],
	'prepare-national-pack': ['I', 'I', 'I'],
	'prepare-own-pack': ['L', '', ''],
	'add-update': ['LC', '', ''],
	'bring-workbook': ['ILC', 'I', 'I'],
	'add-evidence': ['LC', '', ''],
	'withdraw-evidence': ['L', '', ''],
	'download-evidence': ['INLCO', 'IN', 'IN'],
	'record-acceptance': ['L', '', ''],
	start: ['LC', '', ''],
	'report-complete': ['L', '', ''],
	'withdraw-claim': ['L', '', ''],
	resume: ['LC', '', ''],
	confirm: ['I', 'I', 'I'],
	return: ['I', 'I', 'I'],
	countersign: ['I', 'I', 'I'],
	'take-review': ['I', 'I', 'I'],
	recheck: ['I', 'I', 'I'],
	supersede: ['I', 'I', 'I'],
	reopen: ['I', 'I', 'I'],
	'set-not-applicable': ['I', 'I', 'I'],
	'set-not-accepted': ['I', 'I', 'I'],
	'set-no-further-action': ['I', 'I', 'I'],
	'set-deadline': ['I', 'I', 'I'],
	'write-parts': ['AI', 'AI', 'AI'],
	'write-criteria': ['I', 'I', 'I'],
	'set-owner': ['L', '', ''],
	'change-holder': ['L', '', ''],
	'accept-handover': ['LC', '', ''],
	'reassign-posts': ['L', '', ''],
	'record-waiting': ['L', '', ''],
	'answer-waiting': ['L', '', ''],
	'write-plan': ['LC', '', ''],
	'record-parts': ['LC', '', ''],
	'drop-action': ['L', '', ''],
	'ask-exemption': ['L', '', ''],
	'decide-exemption': ['I', 'I', 'I'],
	'ask-extension': ['L', '', ''],
	'decide-extension': ['I', 'I', 'I'],
	'set-target': ['L', '', ''],
	comment: ['ILC', 'I', 'I'],
	'keep-note': ['I', 'I', 'I'],
	'read-notes': ['I', 'I', 'I'],
	'read-reporting': ['IN', 'IN', 'IN'],
	'run-reporting': ['I', 'I', 'I'],
	'manage-inspections': ['A', 'A', 'A'],
	'set-inspection': ['AI', 'AI', 'AI'],
	'manage-allocation': ['AI', 'AI', 'AI'],
	'read-section55': ['IN', 'IN', 'IN'],
	'record-section55': ['I', 'I', 'I'],
	'load-wording': ['AI', 'AI', 'AI'],
	'accept-wording': ['I', 'I', 'I'],
	'manage-people': ['A', 'A', 'A'],
	'manage-organisations': ['A', 'A', 'A'],
	'load-register': ['A', 'A', 'A'],
	'read-outbox': ['A', 'A', 'A']
};

const SUBJECTS: readonly Subject[] = [
	{ organisationId: OWN },
	{ organisationId: FOREIGN },
	{ organisationId: null }
];

describe('every action with every role, on a subject of its own, of another and of none', () => {
	test.each(ACTIONS)('%s', (action) => {
		const allowed = SUBJECTS.map((subject) => lettersOf(action, subject));
		expect(allowed).toEqual(MAY[action]);
	});

	test('nobody without a role may do anything', () => {
		const nobody = actorWith();
		for (const action of ACTIONS) {
			for (const subject of SUBJECTS) expect(can(nobody, action, subject)).toBe(false);
		}
	});

	test('roles add up: two roles may do what either may, and no more; but notes are for outsiders', () => {
		const letters = Object.keys(HOLDINGS);
		for (const [first, second] of letters.flatMap((a) => letters.map((b) => [a, b] as const))) {
			const both = actorWith(first, second);
			for (const action of ACTIONS) {
				for (const [index, subject] of SUBJECTS.entries()) {
					const may = MAY[action][index as 0 | 1 | 2];
					const isInsider = /[LCO]/.test(first + second) && subject.organisationId !== FOREIGN;
					const expected =
						(may.includes(first) || may.includes(second)) &&
						!(/-notes?$/.test(action) && isInsider);
					expect(can(both, action, subject), `${first}${second} ${action}`).toBe(expected);
				}
			}
		}
	});

	test('a role held for no organisation is no role in any', () => {
		const adrift: Actor = { ...actorWith(), roles: [{ role: 'lead', organisationId: null }] };
		for (const action of ACTIONS) {
			for (const subject of SUBJECTS) expect(can(adrift, action, subject)).toBe(false);
		}
	});
});

describe('separation of duties', () => {
	test('no action on an assignment is open both to its organisation and to the inspectorate, but reading and talking', () => {
		const shared = ACTIONS.filter(
			(action) => /[LC]/.test(MAY[action][0]) && MAY[action][0].includes('I')
		);
		// Whoever brings a workbook back has it compared; what it asks for is accepted as on the pages.
		const isHarmless = /^((read|download)-|comment$|bring-workbook$)/;
		expect(shared.filter((action) => !isHarmless.test(action))).toEqual([]);
	});

	test('an observer changes nothing', () => {
		const changes = ACTIONS.filter((action) => !/^(read|download)-/.test(action));
		for (const action of changes) {
			for (const subject of SUBJECTS) {
				expect(can(actorWith('N', 'O'), action, subject), action).toBe(false);
			}
		}
	});
});

test('without a subject, the action is asked of the whole service', () => {
	expect(can(actorWith('L'), 'add-update')).toBe(false);
	expect(can(actorWith('A'), 'manage-people')).toBe(true);
});

test('a right that is missing is refused and named', () => {
	const attempt = () => mustBeAbleTo(actorWith('C'), 'report-complete', { organisationId: OWN });
	expect(attempt).toThrow(Refusal);
	expect(attempt).toThrow(
		expect.objectContaining({ code: 'not-allowed', facts: { action: 'report-complete' } })
	);
	expect(() =>
		mustBeAbleTo(actorWith('L'), 'report-complete', { organisationId: OWN })
	).not.toThrow();
});

function lettersOf(action: Action, subject: Subject): string {
	const letters = Object.keys(HOLDINGS);
	return letters.filter((letter) => can(actorWith(letter), action, subject)).join('');
}

function actorWith(...letters: string[]): Actor {
	const roles = letters.map((letter) => HOLDINGS[letter]).filter((role) => role !== undefined);
	return { personId: 1, name: 'Alex Doe', email: 'alex.doe@kent.police.example', roles };
}
