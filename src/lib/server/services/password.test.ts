import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	aSession,
	mailOf,
	PASSWORD,
	trailOf,
	withPassword
} from '../../../../tests/support/doors.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { authenticate } from '../auth/sessions.ts';
import { FAILURES_PER_ACCOUNT } from '../auth/throttle.ts';
import { changePassword } from './password.ts';
import { askForReset } from './password-link.ts';
import { oneTimeLink } from '../db/schema/person.ts';
import { signIn } from './sign-in.ts';

const ADDRESS = '192.0.2.1';
const NEW = 'walnut ferry trombone';

test('a changed password ends every session and open link, and answers with a new session', async () => {
	const app = openTestApp();
	const { actor, here, there } = await someoneTwice(app);
	await askForReset(app, actor.email, ADDRESS);
	const token = await changePassword(
		app,
		here.session,
		{ currentPassword: PASSWORD, password: NEW },
		ADDRESS
	);
	expect(await authenticate(app, here.token)).toBeNull();
	expect(await authenticate(app, there.token)).toBeNull();
	expect((await authenticate(app, token))?.actor).toEqual(actor);
	const links = await app.db.read.select().from(oneTimeLink);
	expect(links.map(({ usedAt }) => usedAt)).toEqual([app.clock.now()]);
	await expect(
		signIn(app, { email: actor.email, password: PASSWORD }, { address: ADDRESS })
	).rejects.toThrow();
	await signIn(app, { email: actor.email, password: NEW }, { address: ADDRESS });
});

test('the person is told by mail, and neither mail nor trail holds a password', async () => {
	const app = openTestApp();
	const { actor, here } = await someoneTwice(app);
	await changePassword(app, here.session, { currentPassword: PASSWORD, password: NEW }, ADDRESS);
	const [mail] = await mailOf(app);
	expect(mail).toMatchObject({ to: actor.email, subject: expect.stringContaining('has changed') });
	const written = JSON.stringify([mail, await trailOf(app)]);
	expect(written).not.toContain(PASSWORD);
	expect(written).not.toContain(NEW);
	expect(written).not.toContain('argon2');
});

test('without the current password nothing changes, and guessing it is stopped', async () => {
	const app = openTestApp();
	const { here } = await someoneTwice(app);
	for (let guess = 0; guess < FAILURES_PER_ACCOUNT; guess += 1) {
		await expect(change(app, here, 'guess')).rejects.toMatchObject({
			code: 'password-wrong',
			field: 'currentPassword'
		});
	}
	await expect(change(app, here, PASSWORD)).rejects.toMatchObject({ code: 'too-many-attempts' });
	expect(await authenticate(app, here.token)).not.toBeNull();
	expect(await trailOf(app)).toEqual([]);
});

test('a weak new password is refused before the current one is looked at', async () => {
	const app = openTestApp();
	const { here } = await someoneTwice(app);
	await expect(
		changePassword(app, here.session, { currentPassword: 'wrong', password: 'short' }, ADDRESS)
	).rejects.toMatchObject({ code: 'password-too-short' });
});

test('of two changes at once with the same current password one is made', async () => {
	const app = openTestApp();
	const { here } = await someoneTwice(app);
	const outcomes = await Promise.allSettled([
		change(app, here, PASSWORD),
		change(app, here, PASSWORD)
	]);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

async function someoneTwice(app: TestApp) {
	const actor = await withPassword(app, await aPerson(app, 'inspector'));
	return { actor, here: await aSession(app, actor), there: await aSession(app, actor) };
}

function change(app: TestApp, here: Awaited<ReturnType<typeof aSession>>, current: string) {
	return changePassword(app, here.session, { currentPassword: current, password: NEW }, ADDRESS);
}
