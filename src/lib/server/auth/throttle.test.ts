import { expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { throttle } from '../db/schema/person.ts';
import {
	claimAttempt,
	FAILURES_PER_ACCOUNT,
	FAILURES_PER_ADDRESS,
	forgiveAttempt,
	networkOf,
	THROTTLE_WINDOW_MS,
	type Attempt
} from './throttle.ts';

const HOME = { door: 'sign-in', account: 'alex@kent.test', address: '192.0.2.1' } as const;

test('an account is closed after its failures, from any address, and opens when the window has passed', async () => {
	const app = openTestApp();
	const start = app.clock.now();
	for (let number = 0; number < FAILURES_PER_ACCOUNT; number += 1) {
		await attempt(app, { ...HOME, address: `192.0.2.${number}` });
	}
	app.goTo(start + 60_000);
	await expect(attempt(app, { ...HOME, address: '198.51.100.7' })).rejects.toMatchObject({
		code: 'too-many-attempts',
		facts: { retryAfterSeconds: (THROTTLE_WINDOW_MS - 60_000) / 1000 }
	});
	await expect(attempt(app, { ...HOME, account: ' ALEX@Kent.test ' })).rejects.toThrow();
	await attempt(app, { ...HOME, account: 'somebody.else@kent.test' });
	app.goTo(start + THROTTLE_WINDOW_MS);
	await attempt(app, HOME);
});

test('an address is closed after its failures over many accounts, and other addresses stay open', async () => {
	const app = openTestApp();
	for (let number = 0; number < FAILURES_PER_ADDRESS; number += 1) {
		await attempt(app, { ...HOME, account: `person${number}@kent.test` });
	}
	await expect(attempt(app, { ...HOME, account: 'fresh@kent.test' })).rejects.toMatchObject({
		code: 'too-many-attempts'
	});
	await attempt(app, { ...HOME, account: 'fresh@kent.test', address: '192.0.2.99' });
});

test('each door counts for itself', async () => {
	const app = openTestApp();
	for (let number = 0; number < FAILURES_PER_ACCOUNT; number += 1) await attempt(app, HOME);
	await expect(attempt(app, HOME)).rejects.toThrow();
	await attempt(app, { ...HOME, door: 'change-password' });
});

test('of many attempts at once no more pass than one after another', async () => {
	const app = openTestApp();
	const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => attempt(app, HOME)));
	expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(
		FAILURES_PER_ACCOUNT
	);
});

test('success starts the account afresh, but gives the address only that attempt back', async () => {
	const app = openTestApp();
	for (let number = 0; number < FAILURES_PER_ADDRESS - 1; number += 1) {
		await attempt(app, { ...HOME, account: `person${number}@kent.test` });
	}
	await attempt(app, HOME);
	await app.db.write((tx) => forgiveAttempt(tx, HOME));
	await attempt(app, HOME);
	await expect(attempt(app, HOME)).rejects.toThrow();
});

test('waiting longer is not asked of somebody who keeps trying while closed', async () => {
	const app = openTestApp();
	const start = app.clock.now();
	for (let number = 0; number < FAILURES_PER_ACCOUNT; number += 1) await attempt(app, HOME);
	app.goTo(start + THROTTLE_WINDOW_MS - 1000);
	await expect(attempt(app, HOME)).rejects.toMatchObject({ facts: { retryAfterSeconds: 1 } });
	app.goTo(start + THROTTLE_WINDOW_MS);
	await attempt(app, HOME);
});

test('neither accounts nor addresses are kept in the clear, and old counts go', async () => {
	const app = openTestApp();
	await attempt(app, HOME);
	const kept = JSON.stringify(await app.db.read.select().from(throttle));
	expect(kept).not.toMatch(/alex|kent|192\.0/);
	app.goTo(app.clock.now() + THROTTLE_WINDOW_MS);
	await attempt(app, { door: 'link', address: '198.51.100.7' });
	expect(await app.db.read.select().from(throttle)).toHaveLength(1);
});

test.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:db8:1:2::9', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['unix', 'unix']
])('counts %s as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

function attempt(app: TestApp, facts: Attempt): Promise<void> {
	return app.db.write((tx) => claimAttempt(tx, facts, app.clock.now()));
}
