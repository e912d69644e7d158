import type { Actor } from '#lib/domain/actor.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { openSession, type Session } from '#lib/server/auth/sessions.ts';
import type { Context } from '#lib/server/db/context.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { person } from '#lib/server/db/schema/person.ts';
import { outbox } from '#lib/server/db/schema/service.ts';
import { desc, eq } from 'drizzle-orm';

export const PASSWORD = 'plum kettle meadow';
let hashed: Promise<string> | undefined;

/** Gives a built person the password `PASSWORD`, hashed once for all tests of a file. */
export async function withPassword(app: Context, actor: Actor): Promise<Actor> {
	const passwordHash = await (hashed ??= hashPassword(PASSWORD));
	await app.db.write((tx) =>
		tx.update(person).set({ passwordHash }).where(eq(person.id, actor.personId))
	);
	return actor;
}

/** An open session of the actor, with the token that the cookie would hold. */
export async function aSession(
	app: Context,
	actor: Actor
): Promise<{ token: string; session: Session }> {
	const token = await app.db.write((tx) => openSession(tx, actor.personId, app.clock.now()));
	return { token, session: { actor, sessionId: token.split('.')[0]! } };
}

/** The trail, latest first. */
export function trailOf(app: Context) {
	return app.db.read.select().from(auditEntry).orderBy(desc(auditEntry.sequence));
}

/** The messages that are owed, latest first. */
export function mailOf(app: Context) {
	return app.db.read.select().from(outbox).orderBy(desc(outbox.id));
}

/** The token at the end of the one link in the latest message. */
export async function linkTokenOf(app: Context): Promise<string> {
	const [latest] = await mailOf(app);
	return /\/(?:invitation|reset)\/([\w-]+)/.exec(latest?.body ?? '')?.[1] ?? '';
}
