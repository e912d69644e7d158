import type { ActionState } from '#lib/domain/action.ts';
import type { ActionSnapshot } from '#lib/domain/action-snapshot.ts';
import { londonDay, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Context } from '#lib/server/db/context.ts';
import { action, actionAssignment, actionChange } from '#lib/server/db/schema/tables.ts';
import { max, eq } from 'drizzle-orm';

let serial = 0;

/** The plan that an action is put in: an assignment with its organisation. */
export interface Planned {
	readonly id: number;
	readonly organisationId: number;
	readonly reference: string;
	readonly organisation: string;
}

/** An action that was added to the end of each of the plans, planned unless another state is named. */
export async function anAction(
	app: Context,
	plans: readonly [Planned, ...Planned[]],
	by: Actor,
	facts: {
		title?: string;
		state?: ActionState;
		dueOn?: PlainDate | null;
		doneOn?: PlainDate;
		ownerPostId?: number;
	} = {}
): Promise<string> {
	const key = `action-${String(++serial).padStart(9, '0')}`;
	const { title = 'Train every team', dueOn = plainDate('2026-06-30'), ownerPostId = null } = facts;
	const { state = 'planned', doneOn = null } = facts;
	const shows = 'Every officer knows the signs';
	const serves = plans.map(({ reference, organisation }) => `${reference}/${organisation}`);
	const snapshot: ActionSnapshot = { title, shows, owner: null, dueOn, state, doneOn, serves };
	await app.db.write(async (tx) => {
		const [row] = await tx
			.insert(action)
			.values({
				...{ key, title, shows, ownerPostId, dueOn, state, doneOn },
				organisationId: plans[0].organisationId
			})
			.returning({ id: action.id });
		for (const plan of plans) {
			const [last] = await tx
				.select({ position: max(actionAssignment.position) })
				.from(actionAssignment)
				.where(eq(actionAssignment.assignmentId, plan.id));
			await tx.insert(actionAssignment).values({
				actionId: row!.id,
				assignmentId: plan.id,
				position: (last?.position ?? 0) + 1
			});
		}
		await tx.insert(actionChange).values({
			actionId: row!.id,
			at: app.clock.now(),
			onDay: londonDay(app.clock.now()),
			actorId: by.personId,
			verb: 'add',
			state: JSON.stringify(snapshot)
		});
	});
	return key;
}
