import type { Actor } from '#lib/domain/actor.ts';
import { and, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { readSession, readSessions, type SessionRow } from '../db/queries/session.ts';
import { session } from '../db/schema/person.ts';
import { isSameHash, randomText, sha256 } from './secret.ts';

// Lucia's design of 2025: the cookie holds '<id>.<secret>'; the row is found by its id, and of the secret
// only the SHA-256 is stored, so that neither a copy of the database nor a slow comparison opens a session.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session that nobody used for this long is over. */
export const SESSION_IDLE_MS = 120 * MINUTE;
/** A session is over after this long, however much it was used: a working day. */
export const SESSION_MAX_MS = 12 * 60 * MINUTE;
/** How stale "last seen" may become: reading a page writes at most this often. */
export const SESSION_TOUCH_MS = 5 * MINUTE;
/** Sessions are kept this long, so that a form sent late can be given back to whoever wrote it. */
const SESSION_KEPT_MS = 30 * DAY;

export interface Session {
	readonly sessionId: string;
	readonly actor: Actor;
}

export interface FoundSession extends Session {
	/** The last entry of the trail before anything else was read. */
	readonly latestEntry: number;
}

/** @returns the token for the cookie, which is nowhere else */
export async function openSession(tx: Queryable, personId: number, at: number): Promise<string> {
	await tx
		.delete(session)
		.where(and(eq(session.personId, personId), lt(session.createdAt, at - SESSION_KEPT_MS)));
	const id = randomText(15);
	const secret = randomText(24);
	await tx
		.insert(session)
		.values({ id, secretHash: sha256(secret), personId, createdAt: at, lastSeenAt: at });
	return `${id}.${secret}`;
}

/**
 * Whose open session the token is, with their roles of this moment, in one query; null for every other token.
 * @param isUse whether somebody uses the service, not only a page that was left open
 */
export async function authenticate(
	context: Context,
	token: string | undefined,
	isUse = true
): Promise<FoundSession | null> {
	const found = await findSession(context.db.read, token);
	const now = context.clock.now();
	if (!found || !isOpen(found, now)) return null;
	if (isUse && now - found.lastSeenAt >= SESSION_TOUCH_MS) {
		await context.db.write((tx) => touchSession(tx, found.id, now));
	}
	const { id: sessionId, personId, name, email, roles, latestEntry } = found;
	return { sessionId, actor: { personId, name, email, roles }, latestEntry };
}

/** Of the sessions those that are open still, with the roles of this moment. */
export async function actorsOf(
	{ db, clock }: Pick<Context, 'db' | 'clock'>,
	sessionIds: readonly string[]
): Promise<ReadonlyMap<string, Actor>> {
	if (sessionIds.length === 0) return new Map();
	const now = clock.now();
	const rows = await readSessions(db.read, sessionIds);
	return new Map(
		rows
			.filter((row) => isOpen(row, now))
			.map(({ id, personId, name, email, roles }) => [id, { personId, name, email, roles }])
	);
}

/** Whose the token is or was, open or over; null where it was never one of ours, or is forgotten. */
export async function whoseSession(
	context: Context,
	token: string | undefined
): Promise<number | null> {
	return (await findSession(context.db.read, token))?.personId ?? null;
}

export async function endSession(tx: Queryable, sessionId: string, at: number): Promise<void> {
	await tx
		.update(session)
		.set({ endedAt: at })
		.where(and(eq(session.id, sessionId), isNull(session.endedAt)));
}

/** Ends every session of the person, but for one that may go on. */
export async function endSessionsOf(
	tx: Queryable,
	personId: number,
	at: number,
	exceptId = ''
): Promise<number> {
	const ended = await tx
		.update(session)
		.set({ endedAt: at })
		.where(and(eq(session.personId, personId), isNull(session.endedAt), ne(session.id, exceptId)))
		.returning({ id: session.id });
	return ended.length;
}

/** Sessions that nobody can come back to any more, `limit` at the most. @returns how many */
export async function forgetSessions(tx: Queryable, at: number, limit: number): Promise<number> {
	const expired = tx
		.select({ id: session.id })
		.from(session)
		.where(lt(session.createdAt, at - SESSION_KEPT_MS))
		.limit(limit);
	const forgotten = await tx
		.delete(session)
		.where(inArray(session.id, expired))
		.returning({ id: session.id });
	return forgotten.length;
}

const TOKEN = /^([\w-]{20})\.([\w-]{32})$/;

async function findSession(db: Queryable, token: string | undefined): Promise<SessionRow | null> {
	const [, id, secret] = TOKEN.exec(token ?? '') ?? [];
	if (id === undefined || secret === undefined) return null;
	const row = await readSession(db, id);
	return row && isSameHash(row.secretHash, sha256(secret)) ? row : null;
}

function isOpen(row: SessionRow, now: number): boolean {
	return (
		row.endedAt === null &&
		row.deactivatedAt === null &&
		now - row.lastSeenAt < SESSION_IDLE_MS &&
		now - row.createdAt < SESSION_MAX_MS
	);
}

/** Never back in time, and never for a session that was ended meanwhile. */
async function touchSession(tx: Queryable, id: string, now: number): Promise<void> {
	await tx
		.update(session)
		.set({ lastSeenAt: now })
		.where(and(eq(session.id, id), isNull(session.endedAt), lt(session.lastSeenAt, now)));
}
