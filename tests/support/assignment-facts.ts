import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import type { FormStamp } from '#lib/server/db/queries/begin-change.ts';
import { assignment, evidence, post, postHolder, waiting } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';

// What stands around an assignment before a test begins, written as rows.

let serial = 0;

/** A form as a page would show it now: the assignment's version and a key of its own. */
export async function aForm(app: Context, { id }: { readonly id: number }): Promise<FormStamp> {
	const [row] = await app.db.read
		.select({ version: assignment.version })
		.from(assignment)
		.where(eq(assignment.id, id));
	return { version: row!.version, submissionKey: aKey() };
}

/** What a form that is carried out once carries. */
export function aKey(): string {
	return `form-${++serial}`;
}

/** A link that counts as evidence, unless `facts` say otherwise. */
export async function anItemOfEvidence(
	app: Context,
	about: { readonly id: number },
	addedBy: Actor,
	facts: Partial<typeof evidence.$inferInsert> = {}
): Promise<{ id: number; key: string }> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(evidence)
			.values({
				key: `evidence${++serial}`,
				assignmentId: about.id,
				kind: 'link',
				title: 'Force policy on organised immigration crime',
				shows: 'That the policy was changed',
				linkUrl: 'https://kent.example/policy',
				marking: 'official',
				addedBy: addedBy.personId,
				at: app.clock.now(),
				onDay: londonDay(app.clock.now()),
				...facts
			})
			.returning({ id: evidence.id, key: evidence.key })
	);
	return row!;
}

/** A post, with somebody in it where a name is given. */
export async function aPost(
	app: Context,
	organisationId: number,
	title: string,
	holder?: string
): Promise<number> {
	return app.db.write(async (tx) => {
		const [row] = await tx
			.insert(post)
			.values({ organisationId, title })
			.returning({ id: post.id });
		if (holder !== undefined) {
			await tx
				.insert(postHolder)
				.values({ postId: row!.id, name: holder, fromDay: londonDay(app.clock.now()) });
		}
		return row!.id;
	});
}

export async function aWait(
	app: Context,
	about: { readonly id: number },
	on: { readonly id: number }
): Promise<void> {
	const today = londonDay(app.clock.now());
	await app.db.write((tx) =>
		tx.insert(waiting).values({
			assignmentId: about.id,
			at: app.clock.now(),
			onDay: today,
			onAssignmentId: on.id,
			reason: 'Theirs comes first',
			reviewOn: today
		})
	);
}
