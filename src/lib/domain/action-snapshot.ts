import type { ActionState } from './action.ts';
import type { PlainDate } from './plain-date.ts';

/** An action as a change left it: what its history keeps. */
export interface ActionSnapshot {
	readonly title: string;
	readonly shows: string;
	/** The title of the post; history keeps it should the post be renamed. */
	readonly owner: string | null;
	readonly dueOn: PlainDate | null;
	readonly state: ActionState;
	readonly doneOn: PlainDate | null;
	/** References of the assignments that it serves, 'OIC-7/KENT'. */
	readonly serves: readonly string[];
	/** Where a change of the order put it, from 1, and in the plan of which assignment. */
	readonly place?: number;
	readonly inPlanOf?: string;
}

export const SNAPSHOT_FIELDS = ['title', 'shows', 'owner', 'dueOn', 'serves'] as const;
export type SnapshotField = (typeof SNAPSHOT_FIELDS)[number];

/** What somebody changed: the fields that differ, in the order of the form. */
export function changedFields(before: ActionSnapshot, after: ActionSnapshot): SnapshotField[] {
	return SNAPSHOT_FIELDS.filter(
		(field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
	);
}
