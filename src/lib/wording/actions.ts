import type { ActionState, ActionTiming, ActionVerb, PlanCounts } from '#lib/domain/action.ts';
import { changedFields, type ActionSnapshot } from '#lib/domain/action-snapshot.ts';
import { DUE_SOON_DAYS } from '#lib/domain/timeliness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { plural } from './counts.ts';
import { formatDay } from './dates.ts';
import { listOf } from './list-of.ts';
import type { Look } from './look.ts';

export const ACTION_STATE_LOOK: Record<ActionState, Look> = {
	planned: {
		word: 'Planned',
		shape: 'circle-empty',
		tone: 'blue',
		meaning: 'The organisation means to do it.'
	},
	done: {
		word: 'Done',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation says that it is done.'
	},
	dropped: {
		word: 'Dropped',
		shape: 'cross',
		tone: 'grey',
		meaning: 'The organisation will not do it, and has said why.'
	}
};

export const ACTION_TIMING_LOOK: Record<ActionTiming, Look> = {
	late: { word: 'Late', shape: 'warning', tone: 'red', meaning: 'Its due date has passed.' },
	'due-soon': {
		word: `Due within ${DUE_SOON_DAYS} days`,
		shape: 'clock',
		tone: 'yellow',
		meaning: `It is due today or within the next ${DUE_SOON_DAYS} days.`
	},
	later: {
		word: 'Due later',
		shape: 'dash',
		tone: 'grey',
		meaning: `It is due in more than ${DUE_SOON_DAYS} days.`
	},
	'no-date': {
		word: 'No due date',
		shape: 'question',
		tone: 'grey',
		meaning: 'Nobody has said by when. It is counted as neither late nor on time.'
	}
};

interface WhenFacts {
	readonly state: ActionState;
	readonly dueOn: PlainDate | null;
	/** The first date that was promised. */
	readonly firstDueOn: PlainDate | null;
	readonly doneOn: PlainDate | null;
	/** Whole days. */
	readonly daysLate: number;
}

/** 'Due 4 June 2026, 12 days late (first promised for 1 May 2026)' */
export function actionWhen(facts: WhenFacts): string {
	const { when, due, late, first } = actionWhenParts(facts, formatDay);
	return [when, due, late].filter(Boolean).join(', ') + (first ? ` (${first})` : '');
}

/** The same in parts, for the lines of a table: 'Done 6 Jun 2026', 'due 4 Jun 2026', '2 days late'. */
export function actionWhenParts(
	{ state, dueOn, firstDueOn, doneOn, daysLate }: WhenFacts,
	format: (day: PlainDate) => string
) {
	const isDone = state === 'done' && doneOn !== null;
	return {
		when: isDone ? `Done ${format(doneOn)}` : dueWords(state, dueOn, format),
		due: isDone && dueOn !== null ? `due ${format(dueOn)}` : '',
		late: daysLate > 0 ? `${plural(daysLate, 'day')} late` : '',
		first:
			firstDueOn !== null && firstDueOn !== dueOn ? `first promised for ${format(firstDueOn)}` : ''
	};
}

/** '3 of 5 actions done, 1 late'. Dropped actions count for nothing, and are said. */
export function planSummary({ planned, done, dropped, late }: PlanCounts): string {
	const total = planned + done;
	if (total + dropped === 0) return 'No actions are planned';
	const parts = [
		total === 0 ? 'No actions are planned' : `${done} of ${plural(total, 'action')} done`,
		...(late > 0 ? [`${late} late`] : []),
		...(dropped > 0 ? [`${dropped} dropped`] : [])
	];
	return parts.join(', ');
}

export const ACTION_CHANGE_TITLES: Record<ActionVerb, string> = {
	add: 'Added',
	change: 'Changed',
	move: 'Moved',
	complete: 'Completed',
	reopen: 'Reopened',
	drop: 'Dropped'
};

/** What one change of an action did to it, as sentences. */
export function actionChangeWords(
	verb: ActionVerb,
	before: ActionSnapshot | null,
	after: ActionSnapshot
): string[] {
	if (verb === 'move') return [`Moved to place ${after.place} in the plan of ${after.inPlanOf}.`];
	if (verb === 'complete' && after.doneOn) return [`Done on ${formatDay(after.doneOn)}.`];
	if (verb === 'add') return after.dueOn ? [`Due on ${formatDay(after.dueOn)}.`] : [];
	if (verb !== 'change' || before === null) return [];
	return changedFields(before, after).map((field) => {
		switch (field) {
			case 'title':
				return `It was called “${before.title}”.`;
			case 'shows':
				return `What it will show was: ${before.shows}`;
			case 'owner':
				return `Owner changed from ${before.owner ?? 'nobody'} to ${after.owner ?? 'nobody'}.`;
			case 'dueOn':
				return `Due date changed from ${dayOrNone(before.dueOn)} to ${dayOrNone(after.dueOn)}.`;
			case 'serves':
				return `It served ${listOf(before.serves)}; now ${listOf(after.serves)}.`;
		}
	});
}

function dayOrNone(day: PlainDate | null): string {
	return day === null ? 'none' : formatDay(day);
}

function dueWords(
	state: ActionState,
	dueOn: PlainDate | null,
	format: (day: PlainDate) => string
): string {
	if (dueOn === null) return 'No due date';
	return `${state === 'dropped' ? 'Was due' : 'Due'} ${format(dueOn)}`;
}
