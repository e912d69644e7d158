import { ACTION_STATES, type ActionState } from './action.ts';

/** Which actions the plan of a whole organisation shows; an empty list is no filter. */
export interface PlanFilter {
	readonly state: readonly ActionState[];
	/** Only planned actions whose due date has passed, or that have none, or that nobody owns. */
	readonly only: readonly PlanException[];
}

export const PLAN_EXCEPTIONS = ['late', 'no-date', 'no-owner'] as const;
export type PlanException = (typeof PLAN_EXCEPTIONS)[number];

export const PLAN_FILTER_VALUES = { state: ACTION_STATES, only: PLAN_EXCEPTIONS } as const;
