import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import {
	action,
	actionAssignment,
	assignment,
	criterion,
	partChange,
	recommendationPart
} from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';

// Parts of a recommendation and steps of a plan, written as rows.

let serial = 0;

/** A lettered part of the assignment's recommendation. */
export async function aPart(
	app: Context,
	about: { readonly id: number },
	label = 'a'
): Promise<number> {
	const [row] = await app.db.write(async (tx) => {
		const [found] = await tx.select().from(assignment).where(eq(assignment.id, about.id));
		return tx
			.insert(recommendationPart)
			.values({
				recommendationId: found!.recommendationId,
				label,
				text: `The text of part ${label}`,
				position: ++serial,
				fromDay: londonDay(app.clock.now())
			})
			.returning({ id: recommendationPart.id });
	});
	return row!.id;
}

/** A planned step of the organisation, towards these assignments. */
export async function anAction(
	app: Context,
	organisationId: number,
	towards: readonly { readonly id: number }[],
	facts: Partial<typeof action.$inferInsert> = {}
): Promise<{ id: number; key: string }> {
	return app.db.write(async (tx) => {
		const [row] = await tx
			.insert(action)
			.values({
				key: `action${++serial}`,
				organisationId,
				title: 'Train every custody sergeant',
				shows: 'That they are trained',
				state: 'planned',
				...facts
			})
			.returning({ id: action.id, key: action.key });
		for (const { id } of towards) {
			await tx
				.insert(actionAssignment)
				.values({ actionId: row!.id, assignmentId: id, position: ++serial });
		}
		return row!;
	});
}

/** The part is met by the assignment. */
export async function meetPart(
	app: Context,
	about: { readonly id: number },
	partId: number,
	actor: Actor
): Promise<void> {
	const at = app.clock.now();
	await app.db.write((tx) =>
		tx.insert(partChange).values({
			...{ assignmentId: about.id, partId, at, onDay: londonDay(at) },
			actorId: actor.personId,
			isMet: true
		})
	);
}

/** What good looks like for the assignment's recommendation, as the inspector wrote it. */
export async function aCriterion(
	app: Context,
	about: { readonly id: number },
	writer: Actor
): Promise<number> {
	const [row] = await app.db.write(async (tx) => {
		const [found] = await tx.select().from(assignment).where(eq(assignment.id, about.id));
		return tx
			.insert(criterion)
			.values({
				recommendationId: found!.recommendationId,
				position: ++serial,
				text: 'Every custody suite checks identity the same way',
				fromDay: londonDay(app.clock.now()),
				writtenBy: writer.personId
			})
			.returning({ id: criterion.id });
	});
	return row!.id;
}
