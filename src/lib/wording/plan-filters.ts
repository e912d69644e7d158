import type { PlanException, PlanFilter } from '#lib/domain/plan-filter.ts';
import type { ActionState } from '#lib/domain/action.ts';
import { ACTION_STATE_LOOK, ACTION_TIMING_LOOK } from './actions.ts';

export const PLAN_FILTER_TITLES: Record<keyof PlanFilter, string> = {
	state: 'State',
	only: 'Exceptions'
};

const WORDS: Record<ActionState | PlanException, string> = {
	planned: ACTION_STATE_LOOK.planned.word,
	done: ACTION_STATE_LOOK.done.word,
	dropped: ACTION_STATE_LOOK.dropped.word,
	late: ACTION_TIMING_LOOK.late.word,
	'no-date': ACTION_TIMING_LOOK['no-date'].word,
	'no-owner': 'No owner'
};

export function planFilterWord(value: ActionState | PlanException): string {
	return WORDS[value];
}
