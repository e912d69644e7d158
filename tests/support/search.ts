import type { Audience } from '#lib/domain/audience.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import {
	comment,
	evidence,
	progressUpdate,
	recommendation,
	recommendationWording
} from '#lib/server/db/schema/tables.ts';
import { sql } from 'drizzle-orm';
import { noonOf, TEST_DAY } from './test-app.ts';

// What can be searched for, written as rows: whoever writes it, the index has to know.

export const LONDON_TODAY = londonDay(noonOf(TEST_DAY));

let keys = 0;

const at = (app: Context) => ({ at: app.clock.now(), onDay: londonDay(app.clock.now()) });

export async function anUpdate(
	app: Context,
	assignmentId: number,
	actorId: number,
	narrative: string,
	correctsId?: number
): Promise<number> {
	const values = { assignmentId, actorId, narrative, correctsId: correctsId ?? null, ...at(app) };
	const [row] = await app.db.write((tx) =>
		tx.insert(progressUpdate).values(values).returning({ id: progressUpdate.id })
	);
	return row!.id;
}

export async function aComment(
	app: Context,
	assignmentId: number,
	authorId: number,
	text: string,
	audience: Audience = 'everyone'
): Promise<number> {
	const values = { assignmentId, authorId, text, audience, ...at(app) };
	const [row] = await app.db.write((tx) =>
		tx.insert(comment).values(values).returning({ id: comment.id })
	);
	return row!.id;
}

export async function anEvidence(
	app: Context,
	assignmentId: number,
	addedBy: number,
	facts: Partial<typeof evidence.$inferInsert>
): Promise<number> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(evidence)
			.values({
				key: `searched-${++keys}`,
				kind: 'link',
				title: 'A title',
				shows: 'What it shows',
				marking: 'official',
				linkUrl: 'https://example.test/',
				assignmentId,
				addedBy,
				...at(app),
				...facts
			})
			.returning({ id: evidence.id })
	);
	return row!.id;
}

/** Official wording of every recommendation that there is. */
export async function aWording(app: Context, text: string): Promise<void> {
	await app.db.write(async (tx) => {
		for (const { id } of await tx.select({ id: recommendation.id }).from(recommendation)) {
			const about = { recommendationId: id, kind: 'official' as const, source: 'The report' };
			await tx.insert(recommendationWording).values({ ...about, text, at: app.clock.now() });
		}
	});
}

/** The rows of the index that hold all the words. */
export function foundBy(app: Context, words: string): Promise<number[]> {
	const quoted = words
		.split(' ')
		.map((word) => `"${word}"`)
		.join(' ');
	return Promise.resolve(
		app.db.read
			.all<{ id: number }>(
				sql`select rowid as id from search_text where search_text match ${quoted}`
			)
			.map(({ id }) => id)
	);
}
