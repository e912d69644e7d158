import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { oneTimeLink } from '../db/schema/person.ts';
import { findLink, issueLink, LINK_LIFE_MS, useLink, type LinkPurpose } from './one-time-links.ts';

test('a link may be looked at many times and used once', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app);
	const token = await aLink(app, personId);
	for (let look = 0; look < 3; look += 1) expect(await find(app, token)).toBe(personId);
	expect(await use(app, token)).toBe(personId);
	expect(await use(app, token)).toBeNull();
	expect(await find(app, token)).toBeNull();
});

test('of many uses at once exactly one succeeds', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app);
	const token = await aLink(app, personId);
	const uses = await Promise.all(Array.from({ length: 20 }, () => use(app, token)));
	expect(uses.filter((found) => found !== null)).toEqual([personId]);
});

test.each(['invitation', 'reset'] as const)(
	'%s: a link works until its time, not after',
	async (purpose) => {
		const app = openTestApp();
		const { personId } = await aPerson(app);
		const start = app.clock.now();
		const token = await aLink(app, personId, purpose);
		app.goTo(start + LINK_LIFE_MS[purpose] - 1);
		expect(await find(app, token, purpose)).toBe(personId);
		app.goTo(start + LINK_LIFE_MS[purpose]);
		expect(await find(app, token, purpose)).toBeNull();
		expect(await use(app, token, purpose)).toBeNull();
	}
);

test('a link serves its own purpose only', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app);
	const token = await aLink(app, personId, 'reset');
	expect(await use(app, token, 'invitation')).toBeNull();
	expect(await use(app, token, 'reset')).toBe(personId);
});

test('a new link makes the earlier ones useless, but nobody else’s', async () => {
	const app = openTestApp();
	const [mine, theirs] = [await aPerson(app), await aPerson(app)];
	const old = await aLink(app, mine.personId);
	const foreign = await aLink(app, theirs.personId);
	const current = await aLink(app, mine.personId);
	expect(await find(app, old)).toBeNull();
	expect(await find(app, foreign)).toBe(theirs.personId);
	expect(await find(app, current)).toBe(mine.personId);
});

test('the token has 256 random bits and only its hash is stored', async () => {
	const app = openTestApp();
	const { personId } = await aPerson(app);
	const token = await aLink(app, personId);
	expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	expect(JSON.stringify(await app.db.read.select().from(oneTimeLink))).not.toContain(token);
});

async function aLink(app: TestApp, personId: number, purpose: LinkPurpose = 'invitation') {
	const { token } = await app.db.write((tx) =>
		issueLink(tx, purpose, personId, null, app.clock.now())
	);
	return token;
}

function find(app: TestApp, token: string, purpose: LinkPurpose = 'invitation') {
	return findLink(app.db.read, purpose, token, app.clock.now());
}

function use(app: TestApp, token: string, purpose: LinkPurpose = 'invitation') {
	return app.db.write((tx) => useLink(tx, purpose, token, app.clock.now()));
}
