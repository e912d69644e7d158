import type { Actor } from '#lib/domain/actor.ts';
import type { Particulars } from '#lib/domain/audit-entry.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Queryable } from '../db/open.ts';
import { record } from './record.ts';

export interface PlannedAction {
	readonly key: string;
	readonly title: string;
	readonly organisationId: number;
	readonly organisationName: string;
}

/**
 * One entry for each assignment in whose plan the action stands, so that the history of every one of them
 * is whole by itself.
 */
export async function recordAction(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	about: PlannedAction,
	verb: string,
	plans: readonly { readonly assignmentId: number; readonly reference: string }[],
	particulars: Particulars = {}
): Promise<void> {
	for (const { assignmentId, reference } of plans) {
		await record(tx, {
			action: `action.${verb}`,
			actor,
			moment,
			assignmentId,
			organisationId: about.organisationId,
			particulars: {
				reference,
				organisation: about.organisationName,
				key: about.key,
				title: about.title,
				...particulars
			}
		});
	}
}
