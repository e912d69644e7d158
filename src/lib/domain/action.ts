import { isBlank } from './narrative.ts';
import { addDays, daysBetween, type PlainDate } from './plain-date.ts';
import type { Action } from './policy.ts';
import { Refusal } from './refusal.ts';
import { DUE_SOON_DAYS } from './timeliness.ts';

/** A step that an organisation plans towards an assignment: planned, done, or dropped with a reason. */
export const ACTION_STATES = ['planned', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_VERBS = ['add', 'change', 'move', 'complete', 'reopen', 'drop'] as const;
export type ActionVerb = (typeof ACTION_VERBS)[number];

/** The verbs that depend on the state of an action. Adding makes one; moving it in the plan leaves it as it is. */
export const ACTION_STEPS = ['change', 'complete', 'reopen', 'drop'] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

export type ActionCondition = 'done-on' | 'reason';

export interface ActionMove {
	readonly verb: ActionStep;
	/** The policy's row that it asks. */
	readonly right: Action;
	readonly from: readonly ActionState[];
	readonly to: ActionState;
	readonly conditions: readonly ActionCondition[];
}

/** The one table of an action's moves: it drives the service's guard, the page's links and the tests. */
export const ACTION_MOVES: readonly ActionMove[] = [
	{ verb: 'change', right: 'write-plan', from: ['planned'], to: 'planned', conditions: [] },
	{ verb: 'complete', right: 'write-plan', from: ['planned'], to: 'done', conditions: ['done-on'] },
	{
		verb: 'reopen',
		right: 'write-plan',
		from: ['done', 'dropped'],
		to: 'planned',
		conditions: ['reason']
	},
	{ verb: 'drop', right: 'drop-action', from: ['planned'], to: 'dropped', conditions: ['reason'] }
];

/** The most actions that one plan can hold, so that a page of it stays a page. */
export const PLAN_MAX = 200;

export function isActionStep(text: string): text is ActionStep {
	return (ACTION_STEPS as readonly string[]).includes(text);
}

export function actionMoveOf(verb: ActionStep): ActionMove {
	const move = ACTION_MOVES.find((candidate) => candidate.verb === verb);
	if (!move) throw new Error(`No move for ${verb}`);
	return move;
}

export interface ActionMoveFacts {
	readonly reason?: string | undefined;
	readonly doneOn?: PlainDate | undefined;
}

/** The move, if everything but the right to make it holds; otherwise a Refusal that names what is missing. */
export function checkActionMove(
	state: ActionState,
	verb: ActionStep,
	{ reason, doneOn }: ActionMoveFacts,
	today: PlainDate
): ActionMove {
	const move = actionMoveOf(verb);
	if (!move.from.includes(state)) {
		throw new Refusal('action-not-possible', { facts: { verb, state } });
	}
	for (const condition of move.conditions) {
		if (condition === 'done-on') checkDoneOn(doneOn, today);
		else if (isBlank(reason)) throw new Refusal('reason-needed', { field: 'reason' });
	}
	return move;
}

/** A plan answers to an inspection, so none of its steps falls due before that was published. */
export function checkActionDue(dueOn: PlainDate | null, publishedOn: PlainDate): void {
	if (dueOn !== null && dueOn < publishedOn) {
		throw new Refusal('due-before-publication', { field: 'dueOn', facts: { publishedOn } });
	}
}

/**
 * A promised date is not moved, nor taken away, without saying why: HM Treasury had to tell accounting
 * officers to stop doing so (DAO 02/20).
 */
export function checkActionDueMoved(
	from: PlainDate | null,
	to: PlainDate | null,
	reason: string | undefined
): void {
	if (from !== null && from !== to && isBlank(reason)) {
		throw new Refusal('due-move-needs-reason', { field: 'reason' });
	}
}

export interface PlanCounts {
	readonly planned: number;
	readonly done: number;
	readonly dropped: number;
	/** Of the planned ones. */
	readonly late: number;
}

/** In order of urgency. No date is neither late nor on time. */
export const ACTION_TIMINGS = ['late', 'due-soon', 'later', 'no-date'] as const;
export type ActionTiming = (typeof ACTION_TIMINGS)[number];

/** Null for an action that is done or dropped. */
export function actionTimingOf(
	action: { readonly state: ActionState; readonly dueOn: PlainDate | null },
	today: PlainDate
): ActionTiming | null {
	if (action.state !== 'planned') return null;
	if (action.dueOn === null) return 'no-date';
	if (action.dueOn < today) return 'late';
	return action.dueOn <= addDays(today, DUE_SOON_DAYS) ? 'due-soon' : 'later';
}

/** Whole days by which it is late, or was when it was done; 0 where it is not, was not, or has no date. */
export function daysLate(
	action: {
		readonly state: ActionState;
		readonly dueOn: PlainDate | null;
		readonly doneOn: PlainDate | null;
	},
	today: PlainDate
): number {
	const until = action.state === 'planned' ? today : action.doneOn;
	if (action.dueOn === null || until === null) return 0;
	return Math.max(0, daysBetween(action.dueOn, until));
}

function checkDoneOn(doneOn: PlainDate | undefined, today: PlainDate): void {
	const what = 'the day it was done';
	if (doneOn === undefined) {
		throw new Refusal('date-not-real', { field: 'doneOn', facts: { what } });
	}
	if (doneOn > today) throw new Refusal('date-in-future', { field: 'doneOn', facts: { what } });
}
