import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	aSession,
	linkTokenOf,
	mailOf,
	PASSWORD,
	trailOf,
	withPassword
} from '../../../../tests/support/doors.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { authenticate } from '../auth/sessions.ts';
import { FAILURES_PER_ACCOUNT, FAILURES_PER_ADDRESS } from '../auth/throttle.ts';
import { deactivate } from './people-access.ts';
import { invite } from './people.ts';
import {
	acceptInvitation,
	askForReset,
	issueResetLink,
	resetPassword,
	whoseLink
} from './password-link.ts';
import { signIn } from './sign-in.ts';

const ADDRESS = '192.0.2.1';
const NEW = 'walnut ferry trombone';

test('an accepted invitation is a password to sign in with, once', async () => {
	const app = openTestApp();
	const token = await anInvitation(app);
	expect(await whoseLink(app, 'invitation', token)).toEqual({
		name: 'Sam Gray',
		email: 'sam.gray@kent.test'
	});
	await acceptInvitation(app, { token, password: NEW, address: ADDRESS });
	await signIn(app, { email: 'sam.gray@kent.test', password: NEW }, { address: ADDRESS });
	expect(await whoseLink(app, 'invitation', token)).toBeNull();
	await expect(
		acceptInvitation(app, { token, password: 'another fine phrase', address: ADDRESS })
	).rejects.toMatchObject({ code: 'invitation-not-valid' });
	expect((await trailOf(app)).map(({ sentence }) => sentence)).toContain(
		'Sam Gray accepted the invitation and chose a password.'
	);
});

test('a weak password leaves the invitation open', async () => {
	const app = openTestApp();
	const token = await anInvitation(app);
	await expect(
		acceptInvitation(app, { token, password: 'samgray12345', address: ADDRESS })
	).rejects.toMatchObject({ code: 'password-common' });
	await acceptInvitation(app, { token, password: NEW, address: ADDRESS });
});

test('of two who use a link at once one chooses the password', async () => {
	const app = openTestApp();
	const token = await anInvitation(app);
	const outcomes = await Promise.allSettled(
		['walnut ferry trombone', 'another fine phrase'].map((password) =>
			acceptInvitation(app, { token, password, address: ADDRESS })
		)
	);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a reset ends every session, is told by mail, and its link begins with the configured origin', async () => {
	const app = openTestApp({ ORIGIN: 'https://tracker.example' });
	const actor = await withPassword(app, await aPerson(app, 'inspector'));
	const { token: open } = await aSession(app, actor);
	await askForReset(app, actor.email.toUpperCase(), ADDRESS);
	const [mail] = await mailOf(app);
	expect(mail?.to).toBe(actor.email);
	expect(mail?.body).toMatch(/https:\/\/tracker\.example\/reset\/[\w-]{43}\n/);
	await resetPassword(app, { token: await linkTokenOf(app), password: NEW, address: ADDRESS });
	expect(await authenticate(app, open)).toBeNull();
	await signIn(app, { email: actor.email, password: NEW }, { address: ADDRESS });
	expect((await mailOf(app))[0]?.subject).toContain('has changed');
	expect((await trailOf(app)).map(({ sentence }) => sentence)).toEqual([
		`${actor.name} signed in.`,
		`${actor.name} reset the password of ${actor.name}.`,
		`Somebody asked for a link to reset the password of ${actor.name}.`
	]);
});

test('nothing is sent to unknown addresses, to open invitations or to people switched off', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const off = await withPassword(app, await aPerson(app, 'inspector'));
	await deactivate(app, administrator, off.personId);
	for (const { email } of [off, administrator, { email: 'nobody@tracker.test' }]) {
		await askForReset(app, email, ADDRESS);
	}
	expect(await mailOf(app)).toEqual([]);
});

test('asking for links is throttled alike for known and unknown addresses', async () => {
	const app = openTestApp();
	const { email } = await withPassword(app, await aPerson(app));
	for (const asked of [email, 'nobody@tracker.test']) {
		for (let time = 0; time < FAILURES_PER_ACCOUNT; time += 1) {
			await askForReset(app, asked, ADDRESS);
		}
		await expect(askForReset(app, asked, ADDRESS)).rejects.toMatchObject({
			code: 'too-many-attempts'
		});
	}
	expect(await mailOf(app)).toHaveLength(FAILURES_PER_ACCOUNT);
});

test('a link dies with the account that it is for', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const actor = await withPassword(app, await aPerson(app, 'inspector'));
	await askForReset(app, actor.email, ADDRESS);
	const token = await linkTokenOf(app);
	await deactivate(app, administrator, actor.personId);
	expect(await whoseLink(app, 'reset', token)).toBeNull();
	await expect(
		resetPassword(app, { token, password: NEW, address: ADDRESS })
	).rejects.toMatchObject({ code: 'invitation-not-valid' });
});

test('trying tokens is stopped by address', async () => {
	const app = openTestApp();
	const guess = () =>
		resetPassword(app, { token: 'x'.repeat(43), password: NEW, address: ADDRESS });
	for (let time = 0; time < FAILURES_PER_ADDRESS; time += 1) {
		await expect(guess()).rejects.toMatchObject({ code: 'invitation-not-valid' });
	}
	await expect(guess()).rejects.toMatchObject({ code: 'too-many-attempts' });
});

test('the command line can make a reset link, for somebody who may sign in', async () => {
	const app = openTestApp();
	const actor = await withPassword(app, await aPerson(app, 'administrator'));
	const link = await issueResetLink(app, actor.email);
	expect(link).toMatch(/^https:\/\/tracker\.test\/reset\/[\w-]{43}$/);
	expect(await mailOf(app)).toEqual([]);
	const token = link.split('/').at(-1)!;
	await resetPassword(app, { token, password: NEW, address: ADDRESS });
	await expect(issueResetLink(app, 'nobody@tracker.test')).rejects.toMatchObject({
		code: 'not-found'
	});
	await expect(
		signIn(app, { email: actor.email, password: PASSWORD }, { address: ADDRESS })
	).rejects.toThrow();
});

async function anInvitation(app: TestApp): Promise<string> {
	const administrator = await aPerson(app, 'administrator');
	await invite(app, administrator, {
		email: 'sam.gray@kent.test',
		name: 'Sam Gray',
		roles: [{ role: 'inspector', organisation: null }],
		key: crypto.randomUUID()
	});
	return linkTokenOf(app);
}
