import { describe, expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import {
	ASSIGNMENT_STATUSES,
	checkMove,
	CLOSED_OTHERWISE,
	isClosedOtherwise,
	isOpen,
	isVerb,
	MOVES,
	moveOf,
	movesFrom,
	OPEN_STATUSES,
	VERBS,
	type AssignmentStatus,
	type MoveFacts,
	type Verb
} from './status.ts';

/** Written out by hand: where each verb leads from each status. What is not here must be refused. */
const LEADS_TO: Record<AssignmentStatus, Partial<Record<Verb, AssignmentStatus>>> = {
	'not-started': {
		start: 'in-progress',
		'report-complete': 'reported-complete',
		'set-not-applicable': 'not-applicable',
		'set-not-accepted': 'not-accepted',
		'set-no-further-action': 'no-further-action'
	},
	'in-progress': {
		'report-complete': 'reported-complete',
		'set-not-applicable': 'not-applicable',
		'set-not-accepted': 'not-accepted',
		'set-no-further-action': 'no-further-action'
	},
	'reported-complete': {
		'withdraw-claim': 'in-progress',
		confirm: 'confirmed',
		return: 'returned',
		'set-not-applicable': 'not-applicable',
		'set-not-accepted': 'not-accepted',
		'set-no-further-action': 'no-further-action'
	},
	returned: {
		'report-complete': 'reported-complete',
		resume: 'in-progress',
		'set-not-applicable': 'not-applicable',
		'set-not-accepted': 'not-accepted',
		'set-no-further-action': 'no-further-action'
	},
	confirmed: { reopen: 'in-progress' },
	'not-applicable': { reopen: 'in-progress' },
	'not-accepted': { reopen: 'in-progress' },
	'no-further-action': { reopen: 'in-progress' }
};

const COMPLETE: MoveFacts = {
	actorId: 2,
	claimedBy: 1,
	evidenceCount: 1,
	isExemptionAsked: false,
	statement: 'All personnel are trained.',
	reason: 'The training record has no dates.',
	basis: 'desk-review'
};

const PAIRS = ASSIGNMENT_STATUSES.flatMap((status) => VERBS.map((verb) => ({ status, verb })));

describe('every status with every verb', () => {
	test.each(PAIRS)('$status, $verb', ({ status, verb }) => {
		const to = LEADS_TO[status][verb];
		if (to === undefined) {
			expect(codeOf(() => checkMove(status, verb, COMPLETE))).toBe('move-not-possible');
		} else {
			expect(checkMove(status, verb, COMPLETE).to).toBe(to);
		}
		expect(movesFrom(status).some((move) => move.verb === verb)).toBe(to !== undefined);
	});

	test('a move that is not possible says from where and which', () => {
		const refusal = refusalOf(() => checkMove('confirmed', 'start', COMPLETE));
		expect(refusal.facts).toEqual({ status: 'confirmed', verb: 'start' });
	});

	test('each verb has one move, and leads somewhere else than it came from', () => {
		expect(MOVES.map((move) => move.verb)).toEqual([...VERBS]);
		for (const move of MOVES) expect(move.from).not.toContain(move.to);
	});

	test('every status can be left and, but for the first, reached', () => {
		for (const status of ASSIGNMENT_STATUSES) {
			expect(movesFrom(status).length).toBeGreaterThan(0);
			expect(MOVES.some((move) => move.to === status)).toBe(status !== 'not-started');
		}
	});
});

describe('what a move needs', () => {
	const from: Record<Verb, AssignmentStatus> = {
		start: 'not-started',
		'report-complete': 'in-progress',
		'withdraw-claim': 'reported-complete',
		resume: 'returned',
		confirm: 'reported-complete',
		return: 'reported-complete',
		reopen: 'confirmed',
		'set-not-applicable': 'in-progress',
		'set-not-accepted': 'in-progress',
		'set-no-further-action': 'in-progress'
	};
	const BARE: MoveFacts = {
		actorId: 2,
		claimedBy: null,
		evidenceCount: 0,
		isExemptionAsked: false
	};
	const NEEDS: Record<Verb, readonly string[]> = {
		start: [],
		'report-complete': ['exemption-asked', 'statement-needed', 'evidence-needed'],
		'withdraw-claim': ['reason-needed'],
		resume: [],
		confirm: ['exemption-asked', 'basis-needed', 'claimant-cannot-decide'],
		return: ['reason-needed', 'claimant-cannot-decide'],
		reopen: ['reason-needed'],
		'set-not-applicable': ['exemption-asked', 'reason-needed', 'claimant-cannot-decide'],
		'set-not-accepted': ['exemption-asked', 'reason-needed', 'claimant-cannot-decide'],
		'set-no-further-action': ['exemption-asked', 'reason-needed', 'claimant-cannot-decide']
	};
	const LACKING: Record<string, Partial<MoveFacts>> = {
		'statement-needed': { statement: ' \n' },
		'evidence-needed': { evidenceCount: 0 },
		'reason-needed': { reason: '' },
		'basis-needed': { basis: '' },
		'claimant-cannot-decide': { claimedBy: 2 },
		'exemption-asked': { isExemptionAsked: true }
	};

	test.each(VERBS)('%s is refused for what it needs and for nothing else', (verb) => {
		for (const [code, lacking] of Object.entries(LACKING)) {
			const attempt = () => checkMove(from[verb], verb, { ...COMPLETE, ...lacking });
			if (NEEDS[verb].includes(code)) expect(codeOf(attempt)).toBe(code);
			else expect(attempt().verb).toBe(verb);
		}
	});

	test('start and resume need nothing', () => {
		expect(checkMove('not-started', 'start', BARE).to).toBe('in-progress');
		expect(checkMove('returned', 'resume', BARE).to).toBe('in-progress');
	});

	test.each([
		['statement', 'in-progress', 'report-complete'],
		['reason', 'reported-complete', 'return'],
		['basis', 'reported-complete', 'confirm']
	] as const)('a missing %s points at its field', (field, status, verb) => {
		const facts = { ...COMPLETE, [field]: '' };
		expect(refusalOf(() => checkMove(status, verb, facts)).field).toBe(field);
	});

	test.each(['\u200b', '\u2060\ufeff', ' \u00ad ', '\u3164', '\u202e\u202c'])(
		'a reason that nobody can see is no reason: %j',
		(reason) => {
			expect(codeOf(() => checkMove('confirmed', 'reopen', { ...COMPLETE, reason }))).toBe(
				'reason-needed'
			);
		}
	);

	test('a basis that is not on the list is none', () => {
		const facts = { ...COMPLETE, basis: 'a hunch' };
		expect(codeOf(() => checkMove('reported-complete', 'confirm', facts))).toBe('basis-needed');
	});

	test.each(['confirm', 'return'] as const)('whoever claimed cannot %s', (verb) => {
		const facts = { ...COMPLETE, actorId: 1, claimedBy: 1 };
		expect(codeOf(() => checkMove('reported-complete', verb, facts))).toBe(
			'claimant-cannot-decide'
		);
	});

	test.each(['set-not-applicable', 'set-not-accepted', 'set-no-further-action'] as const)(
		'whoever claimed cannot close the claim by another door: %s',
		(verb) => {
			const facts = { ...COMPLETE, actorId: 1, claimedBy: 1 };
			expect(codeOf(() => checkMove('reported-complete', verb, facts))).toBe(
				'claimant-cannot-decide'
			);
		}
	);
});

describe('families of statuses', () => {
	test('a status is open, confirmed or closed otherwise, and only one of them', () => {
		for (const status of ASSIGNMENT_STATUSES) {
			const families = [isOpen(status), isClosedOtherwise(status), status === 'confirmed'];
			expect(families.filter(Boolean)).toHaveLength(1);
		}
		expect(OPEN_STATUSES.length + CLOSED_OTHERWISE.length + 1).toBe(ASSIGNMENT_STATUSES.length);
	});
});

test('only the verbs of the table are verbs', () => {
	expect(VERBS.every(isVerb)).toBe(true);
	for (const text of ['', 'Confirm', 'confirm ', 'delete', 'constructor', '__proto__']) {
		expect(isVerb(text)).toBe(false);
	}
	expect(() => moveOf('delete' as Verb)).toThrow('No move for delete');
});

function refusalOf(work: () => unknown): Refusal {
	try {
		work();
	} catch (thrown) {
		if (thrown instanceof Refusal) return thrown;
		throw thrown;
	}
	throw new Error('Nothing was refused');
}

function codeOf(work: () => unknown): string {
	return refusalOf(work).code;
}
