import type { Actor } from '#lib/domain/actor.ts';
import { draftForm, type DraftKind } from '#lib/domain/draft.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { comment, draft, person, progressUpdate } from '#lib/server/db/schema/tables.ts';

// What people write about an assignment, as rows: updates and comments that are published, drafts that are not.

/** A published update. */
export async function anUpdate(
	app: Context,
	about: { readonly id: number },
	author: Actor,
	facts: Partial<typeof progressUpdate.$inferInsert> = {}
): Promise<number> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(progressUpdate)
			.values({
				assignmentId: about.id,
				actorId: author.personId,
				at: app.clock.now(),
				onDay: londonDay(app.clock.now()),
				narrative: 'Officers were briefed',
				...facts
			})
			.returning({ id: progressUpdate.id })
	);
	return row!.id;
}

/** A draft of everybody there is, each in its first version. */
export async function draftsOfAll(
	app: Context,
	about: { readonly id: number },
	kind: DraftKind
): Promise<void> {
	const people = await app.db.read.select({ id: person.id }).from(person);
	await app.db.write((tx) =>
		tx
			.insert(draft)
			.values(
				people.map(({ id }) => ({
					personId: id,
					form: draftForm(kind, about.id),
					typed: JSON.stringify({ narrative: `Draft of person ${id}` }),
					version: 1,
					savedAt: app.clock.now()
				}))
			)
			.onConflictDoUpdate({ target: [draft.personId, draft.form], set: { version: 1 } })
	);
}

/** A comment that everybody with access reads, or a note of the inspectorate. */
export async function aComment(
	app: Context,
	about: { readonly id: number },
	author: Actor,
	facts: Partial<typeof comment.$inferInsert> = {}
): Promise<number> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(comment)
			.values({
				assignmentId: about.id,
				authorId: author.personId,
				at: app.clock.now(),
				onDay: londonDay(app.clock.now()),
				audience: 'everyone',
				text: 'Is the report public?',
				...facts
			})
			.returning({ id: comment.id })
	);
	return row!.id;
}
