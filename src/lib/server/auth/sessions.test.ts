import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aPerson, anOrganisation } from '../../../../tests/support/builders.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { person, personRole, session } from '../db/schema/person.ts';
import {
	authenticate,
	endSession,
	endSessionsOf,
	openSession,
	SESSION_IDLE_MS,
	SESSION_MAX_MS,
	SESSION_TOUCH_MS,
	whoseSession
} from './sessions.ts';

const MINUTE = 60_000;

test('a token opens the session of its person with the roles held now, in one query', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'kent');
	const actor = await aPerson(app, ['lead', kent], ['observer', kent]);
	const token = await sessionOf(app, actor.personId);
	const before = app.db.queries.count;
	const found = await authenticate(app, token);
	expect(app.db.queries.count - before).toBe(1);
	expect(found).toEqual({ sessionId: token.split('.')[0], actor, latestEntry: 0 });
});

test('a role that has ended is gone from an open session', async () => {
	const app = openTestApp();
	const actor = await aPerson(app, 'inspector');
	const token = await sessionOf(app, actor.personId);
	await app.db.write((tx) => tx.update(personRole).set({ toDay: personRole.fromDay }));
	expect((await authenticate(app, token))?.actor.roles).toEqual([]);
});

test('the secret itself is nowhere in the database, and a stolen row opens nothing', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const [id, secret] = (await sessionOf(app, personId)).split('.');
	const [row] = await app.db.read.select().from(session);
	expect(JSON.stringify(row)).not.toContain(secret);
	expect(row?.secretHash).toHaveLength(32);
	for (const guess of [row!.secretHash.toString('base64url'), row!.secretHash.toString('hex')]) {
		expect(await authenticate(app, `${id}.${guess}`)).toBeNull();
	}
});

test('nothing but the whole token opens a session', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const token = await sessionOf(app, personId);
	const other = await sessionOf(app, personId);
	const [id] = token.split('.');
	const wrong = [
		undefined,
		'',
		id,
		`${id}.`,
		`${id}.${other.split('.')[1]}`,
		token.slice(0, -1),
		`${token}x`,
		token.toUpperCase(),
		` ${token}`,
		`${id}' or 1=1 --.${token.split('.')[1]}`
	];
	for (const text of wrong) expect(await authenticate(app, text)).toBeNull();
	expect(await authenticate(app, token)).not.toBeNull();
});

test('a session that is not used is over after the idle time, and use prolongs it', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const start = app.clock.now();
	const [used, unused] = [await sessionOf(app, personId), await sessionOf(app, personId)];
	app.goTo(start + SESSION_IDLE_MS - MINUTE);
	expect(await authenticate(app, used)).not.toBeNull();
	app.goTo(start + SESSION_IDLE_MS);
	expect(await authenticate(app, used)).not.toBeNull();
	expect(await authenticate(app, unused)).toBeNull();
});

test('no use prolongs a session past its longest life', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const start = app.clock.now();
	const token = await sessionOf(app, personId);
	for (let passed = 0; passed < SESSION_MAX_MS; passed += SESSION_IDLE_MS / 2) {
		app.goTo(start + passed);
		expect(await authenticate(app, token)).not.toBeNull();
	}
	app.goTo(start + SESSION_MAX_MS);
	expect(await authenticate(app, token)).toBeNull();
});

test('reading pages writes "last seen" once in five minutes, not each time', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const start = app.clock.now();
	const token = await sessionOf(app, personId);
	for (const passed of [1, MINUTE, SESSION_TOUCH_MS - 1]) {
		app.goTo(start + passed);
		await authenticate(app, token);
	}
	expect(await lastSeen(app)).toBe(start);
	app.goTo(start + SESSION_TOUCH_MS);
	await authenticate(app, token);
	expect(await lastSeen(app)).toBe(start + SESSION_TOUCH_MS);
});

test('an ended session and the sessions of somebody switched off open nothing', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const [ended, other] = [await sessionOf(app, personId), await sessionOf(app, personId)];
	await app.db.write((tx) => endSession(tx, ended.split('.')[0]!, app.clock.now()));
	expect(await authenticate(app, ended)).toBeNull();
	expect(await authenticate(app, other)).not.toBeNull();
	await app.db.write((tx) =>
		tx.update(person).set({ deactivatedAt: app.clock.now() }).where(eq(person.id, personId))
	);
	expect(await authenticate(app, other)).toBeNull();
});

test('all sessions of a person can end but one, and nobody else loses theirs', async () => {
	const app = openTestApp();
	const [mine, theirs] = [await aPerson(app, 'inspector'), await aPerson(app, 'inspector')];
	const kept = await sessionOf(app, mine.personId);
	const gone = await sessionOf(app, mine.personId);
	const foreign = await sessionOf(app, theirs.personId);
	const ended = await app.db.write((tx) =>
		endSessionsOf(tx, mine.personId, app.clock.now(), kept.split('.')[0])
	);
	expect(ended).toBe(1);
	expect(await authenticate(app, gone)).toBeNull();
	expect(await authenticate(app, kept)).not.toBeNull();
	expect(await authenticate(app, foreign)).not.toBeNull();
});

test('a session that is over still says whose it was, for a month', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app, 'inspector');
	const token = await sessionOf(app, personId);
	app.goTo('2026-03-20');
	expect(await whoseSession(app, token)).toBe(personId);
	expect(await whoseSession(app, `${token.slice(0, -1)}!`)).toBeNull();
	app.goTo('2026-04-20');
	await sessionOf(app, personId);
	expect(await whoseSession(app, token)).toBeNull();
});

function sessionOf(app: TestApp, personId: number): Promise<string> {
	return app.db.write((tx) => openSession(tx, personId, app.clock.now()));
}

async function lastSeen(app: TestApp): Promise<number | undefined> {
	const [row] = await app.db.read.select({ at: session.lastSeenAt }).from(session);
	return row?.at;
}
