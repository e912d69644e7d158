import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { aSession, PASSWORD, trailOf, withPassword } from '../../../../tests/support/doors.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { authenticate } from '../auth/sessions.ts';
import { FAILURES_PER_ACCOUNT } from '../auth/throttle.ts';
import { session } from '../db/schema/person.ts';
import { deactivate } from './people-access.ts';
import { signIn, signOut, signOutOthers } from './sign-in.ts';

const HERE = { address: '192.0.2.1' };

test('the right password opens a session, however the address is typed, and the trail says so', async () => {
	const app = openTestApp();
	const actor = await withPassword(app, await aPerson(app, 'inspector'));
	const { token, personId } = await signIn(
		app,
		{ email: ` ${actor.email.toUpperCase()} `, password: PASSWORD },
		HERE
	);
	expect(personId).toBe(actor.personId);
	expect((await authenticate(app, token))?.actor).toEqual(actor);
	const [entry] = await trailOf(app);
	expect(entry).toMatchObject({ action: 'session.sign-in', actorId: actor.personId });
	expect(entry?.sentence).toBe(`${actor.name} signed in.`);
});

test('an unknown address, a wrong password and an open invitation get the same answer', async () => {
	const app = openTestApp();
	const known = await withPassword(app, await aPerson(app));
	const invited = await aPerson(app);
	const answers = [];
	for (const email of ['nobody@tracker.test', known.email, invited.email]) {
		const refused = await signIn(app, { email, password: 'not this one' }, HERE).catch(
			(thrown: unknown) => thrown
		);
		answers.push(JSON.stringify(refused));
	}
	expect(new Set(answers).size).toBe(1);
	expect(answers[0]).toContain('sign-in-failed');
	expect(await app.db.read.select().from(session)).toEqual([]);
});

test('a refused sign-in is in the trail, without what was typed where no account is', async () => {
	const app = openTestApp();
	const known = await withPassword(app, await aPerson(app));
	const typed = { email: 'My Secret Pa55word', password: 'canary-secret' };
	await expect(signIn(app, typed, HERE)).rejects.toThrow();
	await expect(signIn(app, { ...typed, email: known.email }, HERE)).rejects.toThrow();
	const trail = await trailOf(app);
	expect(trail.map(({ actorId, sentence }) => ({ actorId, sentence }))).toEqual([
		{ actorId: null, sentence: `Somebody was refused a sign-in as ${known.email}.` },
		{ actorId: null, sentence: 'Somebody was refused a sign-in.' }
	]);
	expect(JSON.stringify(trail)).not.toMatch(/secret/i);
});

test('guessing closes the account for the right password too', async () => {
	const app = openTestApp();
	const { email } = await withPassword(app, await aPerson(app));
	for (let guess = 0; guess < FAILURES_PER_ACCOUNT; guess += 1) {
		await expect(signIn(app, { email, password: `guess ${guess}` }, HERE)).rejects.toMatchObject({
			code: 'sign-in-failed'
		});
	}
	await expect(signIn(app, { email, password: PASSWORD }, HERE)).rejects.toMatchObject({
		code: 'too-many-attempts'
	});
});

test('guesses made at once are no more than guesses made one by one', async () => {
	const app = openTestApp();
	const { email } = await withPassword(app, await aPerson(app));
	const guesses = await Promise.allSettled(
		Array.from({ length: 12 }, (_, at) => signIn(app, { email, password: `guess ${at}` }, HERE))
	);
	const codes = guesses.map((guess) => guess.status === 'rejected' && guess.reason.code);
	expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(FAILURES_PER_ACCOUNT);
	expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(
		12 - FAILURES_PER_ACCOUNT
	);
});

test('signing in now and then never closes an account', async () => {
	const app = openTestApp();
	const { email } = await withPassword(app, await aPerson(app));
	for (let time = 0; time < FAILURES_PER_ACCOUNT + 2; time += 1) {
		await signIn(app, { email, password: PASSWORD }, HERE);
	}
});

test('somebody switched off learns so only with the right password', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const { email, personId } = await withPassword(app, await aPerson(app, 'inspector'));
	await deactivate(app, administrator, personId);
	await expect(signIn(app, { email, password: 'wrong' }, HERE)).rejects.toMatchObject({
		code: 'sign-in-failed'
	});
	await expect(signIn(app, { email, password: PASSWORD }, HERE)).rejects.toMatchObject({
		code: 'person-deactivated'
	});
});

test('signing in gives a new session and ends the one whose cookie came along', async () => {
	const app = openTestApp();
	const victim = await withPassword(app, await aPerson(app, 'inspector'));
	const planted = await aSession(app, await aPerson(app));
	const { token } = await signIn(
		app,
		{ email: victim.email, password: PASSWORD },
		{ ...HERE, sessionId: planted.session.sessionId }
	);
	expect(token).not.toBe(planted.token);
	expect(await authenticate(app, planted.token)).toBeNull();
});

test('signing out ends this session, and signing out elsewhere ends all the others', async () => {
	const app = openTestApp();
	const actor = await aPerson(app, 'inspector');
	const [here, there] = [await aSession(app, actor), await aSession(app, actor)];
	expect(await signOutOthers(app, here.session)).toBe(1);
	expect(await authenticate(app, there.token)).toBeNull();
	expect(await authenticate(app, here.token)).not.toBeNull();
	await signOut(app, here.session);
	expect(await authenticate(app, here.token)).toBeNull();
	expect((await trailOf(app)).map(({ sentence }) => sentence)).toEqual([
		`${actor.name} signed out.`,
		`${actor.name} signed out everywhere else.`
	]);
});
