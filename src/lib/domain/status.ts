import { isDecisionBasis } from './confidence.ts';
import { isBlank } from './narrative.ts';
import type { Action } from './policy.ts';
import { Refusal } from './refusal.ts';

export const ASSIGNMENT_STATUSES = [
	'not-started',
	'in-progress',
	'reported-complete',
	'returned',
	'confirmed',
	'not-applicable',
	'not-accepted',
	'no-further-action'
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/** Out of the denominator, and visibly so. */
export const CLOSED_OTHERWISE: readonly AssignmentStatus[] = [
	'not-applicable',
	'not-accepted',
	'no-further-action'
];

/** Still owed by the organisation or waiting for the inspectorate. */
export const OPEN_STATUSES: readonly AssignmentStatus[] = [
	'not-started',
	'in-progress',
	'reported-complete',
	'returned'
];

export function isClosedOtherwise(status: AssignmentStatus): boolean {
	return CLOSED_OTHERWISE.includes(status);
}

export function isOpen(status: AssignmentStatus): boolean {
	return OPEN_STATUSES.includes(status);
}

/** For what can only be done while work is owed. @throws Refusal 'assignment-closed' */
export function mustBeOpen(status: AssignmentStatus): void {
	if (!isOpen(status)) throw new Refusal('assignment-closed', { facts: { status } });
}

export const VERBS = [
	'start',
	'report-complete',
	'withdraw-claim',
	'resume',
	'confirm',
	'return',
	'reopen',
	'set-not-applicable',
	'set-not-accepted',
	'set-no-further-action'
] as const satisfies readonly Action[];
export type Verb = (typeof VERBS)[number];

/** What must be true, beyond the status and the right. */
export type Condition =
	| 'statement'
	| 'evidence'
	| 'reason'
	| 'basis'
	| 'not-the-claimant'
	/** No request to be not applicable is open: it has to be answered first. */
	| 'nothing-asked';

export interface Move {
	readonly verb: Verb;
	readonly from: readonly AssignmentStatus[];
	readonly to: AssignmentStatus;
	readonly conditions: readonly Condition[];
}

/** The organisation's to work on: neither closed nor waiting for a decision. */
export const WORKABLE: readonly AssignmentStatus[] = ['not-started', 'in-progress', 'returned'];

/** Taking a waiting claim out of the count decides it as much as confirming it does. */
const DECIDED_BY_ANOTHER: readonly Condition[] = ['reason', 'not-the-claimant'];
const CLOSED_BY_ANOTHER: readonly Condition[] = ['nothing-asked', ...DECIDED_BY_ANOTHER];

/**
 * The one table of moves. Who may make a move is the policy's row of the same name; the table drives
 * the service's guard, the page's buttons and the tests alike.
 */
export const MOVES: readonly Move[] = [
	{ verb: 'start', from: ['not-started'], to: 'in-progress', conditions: [] },
	{
		verb: 'report-complete',
		from: WORKABLE,
		to: 'reported-complete',
		conditions: ['nothing-asked', 'statement', 'evidence']
	},
	{
		verb: 'withdraw-claim',
		from: ['reported-complete'],
		to: 'in-progress',
		conditions: ['reason']
	},
	{ verb: 'resume', from: ['returned'], to: 'in-progress', conditions: [] },
	{
		verb: 'confirm',
		from: ['reported-complete'],
		to: 'confirmed',
		conditions: ['nothing-asked', 'basis', 'not-the-claimant']
	},
	{
		verb: 'return',
		from: ['reported-complete'],
		to: 'returned',
		conditions: DECIDED_BY_ANOTHER
	},
	{
		verb: 'reopen',
		from: ['confirmed', ...CLOSED_OTHERWISE],
		to: 'in-progress',
		conditions: ['reason']
	},
	{
		verb: 'set-not-applicable',
		from: OPEN_STATUSES,
		to: 'not-applicable',
		conditions: CLOSED_BY_ANOTHER
	},
	{
		verb: 'set-not-accepted',
		from: OPEN_STATUSES,
		to: 'not-accepted',
		conditions: CLOSED_BY_ANOTHER
	},
	{
		verb: 'set-no-further-action',
		from: OPEN_STATUSES,
		to: 'no-further-action',
		conditions: CLOSED_BY_ANOTHER
	}
];

/** Whether the organisation gets it back from the inspectorate, or takes its claim back itself. */
export function isGivenBack(from: AssignmentStatus, to: AssignmentStatus): boolean {
	return !WORKABLE.includes(from) && WORKABLE.includes(to);
}

export function isVerb(text: string): text is Verb {
	return (VERBS as readonly string[]).includes(text);
}

export function moveOf(verb: Verb): Move {
	const move = MOVES.find((candidate) => candidate.verb === verb);
	if (!move) throw new Error(`No move for ${verb}`);
	return move;
}

/** The moves that lead on from a status, in the table's order. */
export function movesFrom(status: AssignmentStatus): Move[] {
	return MOVES.filter((move) => move.from.includes(status));
}

export interface MoveFacts {
	readonly actorId: number;
	/** Whoever made the claim that is waiting, if one is. */
	readonly claimedBy: number | null;
	/** Items of evidence that count: not withdrawn. */
	readonly evidenceCount: number;
	/** Whether a request to be not applicable is open; false for the move that answers it. */
	readonly isExemptionAsked: boolean;
	readonly statement?: string;
	readonly reason?: string;
	readonly basis?: string;
}

/** The move, if everything but the right to make it holds; otherwise a Refusal that names what is missing. */
export function checkMove(status: AssignmentStatus, verb: Verb, facts: MoveFacts): Move {
	const move = moveOf(verb);
	if (!move.from.includes(status)) {
		throw new Refusal('move-not-possible', { facts: { verb, status } });
	}
	for (const condition of move.conditions) checkCondition(condition, facts);
	return move;
}

function checkCondition(condition: Condition, facts: MoveFacts): void {
	if (condition === 'evidence') {
		if (facts.evidenceCount < 1) throw new Refusal('evidence-needed', { field: 'evidence' });
	} else if (condition === 'nothing-asked') {
		if (facts.isExemptionAsked) throw new Refusal('exemption-asked');
	} else if (condition === 'not-the-claimant') {
		if (facts.claimedBy === facts.actorId) throw new Refusal('claimant-cannot-decide');
	} else if (condition === 'basis') {
		if (!isDecisionBasis(facts.basis)) throw new Refusal('basis-needed', { field: 'basis' });
	} else if (isBlank(facts[condition])) {
		throw new Refusal(`${condition}-needed`, { field: condition });
	}
}
