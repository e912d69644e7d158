import { describe, expect, test } from 'vitest';
import {
	ACTION_MOVES,
	ACTION_STATES,
	ACTION_STEPS,
	ACTION_VERBS,
	actionTimingOf,
	checkActionDue,
	checkActionDueMoved,
	checkActionMove,
	daysLate,
	isActionStep,
	type ActionState,
	type ActionStep
} from './action.ts';
import { plainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

const TODAY = plainDate('2026-03-02');
const COMPLETE = { reason: 'Another step takes its place', doneOn: TODAY };

/** Written out by hand: where each step leads from each state. What is not here must be refused. */
const LEADS_TO: Record<ActionState, Partial<Record<ActionStep, ActionState>>> = {
	planned: { change: 'planned', complete: 'done', drop: 'dropped' },
	done: { reopen: 'planned' },
	dropped: { reopen: 'planned' }
};
const PAIRS = ACTION_STATES.flatMap((state) => ACTION_STEPS.map((step) => ({ state, step })));

test.each(PAIRS)('$state, $step', ({ state, step }) => {
	const to = LEADS_TO[state][step];
	const attempt = () => checkActionMove(state, step, COMPLETE, TODAY);
	if (to !== undefined) expect(attempt().to).toBe(to);
	else {
		const refusal = refusalOf(attempt);
		expect(refusal).toMatchObject({ code: 'action-not-possible', facts: { state, verb: step } });
	}
});

test('every step is a verb that history can hold, and has one row in the table', () => {
	expect(ACTION_MOVES.map(({ verb }) => verb)).toEqual([...ACTION_STEPS]);
	for (const step of ACTION_STEPS) expect(ACTION_VERBS).toContain(step);
	expect(['add', 'move', 'toString', ''].some(isActionStep)).toBe(false);
});

test('a contributor may do everything to a plan but drop what was promised', () => {
	const rights = ACTION_MOVES.map(({ verb, right }) => [verb, right]);
	expect(rights).toEqual([
		['change', 'write-plan'],
		['complete', 'write-plan'],
		['reopen', 'write-plan'],
		['drop', 'drop-action']
	]);
});

describe('an action is completed', () => {
	const complete = (doneOn: string | undefined) =>
		checkActionMove('planned', 'complete', doneOn ? { doneOn: plainDate(doneOn) } : {}, TODAY);

	test.each(['2026-03-02', '2026-03-01', '2024-02-29'])('on %s', (day) => {
		expect(complete(day).to).toBe('done');
	});
	test('not in the future', () => {
		expect(refusalOf(() => complete('2026-03-03'))).toMatchObject({
			code: 'date-in-future',
			field: 'doneOn'
		});
	});
	test('not without a day', () => {
		expect(refusalOf(() => complete(undefined))).toMatchObject({
			code: 'date-not-real',
			field: 'doneOn'
		});
	});
});

test.each([['drop'], ['reopen']] as const)('%s needs a reason that can be seen', (verb) => {
	const from = verb === 'drop' ? 'planned' : 'done';
	for (const reason of [undefined, '', ' \n', '\u200b']) {
		const refusal = refusalOf(() => checkActionMove(from, verb, { reason }, TODAY));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	}
});

describe('a due date', () => {
	const published = plainDate('2025-05-16');
	test('is not before the publication of what it answers', () => {
		expect(refusalOf(() => checkActionDue(plainDate('2025-05-15'), published))).toMatchObject({
			code: 'due-before-publication',
			field: 'dueOn',
			facts: { publishedOn: '2025-05-16' }
		});
		expect(() => checkActionDue(published, published)).not.toThrow();
		expect(() => checkActionDue(null, published)).not.toThrow();
	});

	const may = plainDate('2026-05-01');
	const june = plainDate('2026-06-01');
	test.each([
		[may, june, undefined, 'due-move-needs-reason'],
		[may, june, ' ', 'due-move-needs-reason'],
		[may, null, undefined, 'due-move-needs-reason'],
		[may, june, 'The trainers come later', null],
		[may, may, undefined, null],
		[null, june, undefined, null],
		[null, null, undefined, null]
	])('promised for %s and now for %s, because %j: %s', (from, to, reason, code) => {
		const attempt = () => checkActionDueMoved(from, to, reason);
		if (code === null) expect(attempt).not.toThrow();
		else expect(refusalOf(attempt).code).toBe(code);
	});
});

describe('how near its date is', () => {
	test.each([
		['2026-03-01', 'late', 1],
		['2025-12-02', 'late', 90],
		['2026-03-02', 'due-soon', 0],
		['2026-04-01', 'due-soon', 0],
		['2026-04-02', 'later', 0]
	])('planned for %s: %s, %i days late', (day, timing, late) => {
		const action = { state: 'planned', dueOn: plainDate(day), doneOn: null } as const;
		expect(actionTimingOf(action, TODAY)).toBe(timing);
		expect(daysLate(action, TODAY)).toBe(late);
	});
	test('without a date it is neither late nor on time', () => {
		const action = { state: 'planned', dueOn: null, doneOn: null } as const;
		expect(actionTimingOf(action, TODAY)).toBe('no-date');
		expect(daysLate(action, TODAY)).toBe(0);
	});
	test('what is done keeps the days by which it was late', () => {
		const dueOn = plainDate('2026-02-01');
		const done = { state: 'done', dueOn, doneOn: plainDate('2026-02-13') } as const;
		expect(actionTimingOf(done, TODAY)).toBeNull();
		expect(daysLate(done, TODAY)).toBe(12);
		expect(daysLate({ ...done, doneOn: plainDate('2026-01-31') }, TODAY)).toBe(0);
	});
	test('what is dropped is not late', () => {
		const dropped = { state: 'dropped', dueOn: plainDate('2026-02-01'), doneOn: null } as const;
		expect(actionTimingOf(dropped, TODAY)).toBeNull();
		expect(daysLate(dropped, TODAY)).toBe(0);
	});
});

function refusalOf(work: () => unknown): Refusal {
	try {
		work();
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	throw new Error('It was allowed where a refusal was expected');
}
