import type { NamedHolding } from '#lib/domain/role-rules.ts';
import { expect, test } from 'vitest';
import { aPerson, anOrganisation } from '../../../../tests/support/builders.ts';
import {
	aSession,
	linkTokenOf,
	mailOf,
	trailOf,
	withPassword
} from '../../../../tests/support/doors.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { authenticate } from '../auth/sessions.ts';
import { rolesOf, rolesText } from '../db/queries/person-roles.ts';
import { deactivate, reactivate } from './people-access.ts';
import { setRoles } from './people-roles.ts';
import { createPerson, invite, renewInvitation } from './people.ts';
import { acceptInvitation, whoseLink } from './password-link.ts';

const INSPECTOR: NamedHolding = { role: 'inspector', organisation: null };
const ADMINISTRATOR: NamedHolding = { role: 'administrator', organisation: null };

test('an invitation enters the person with roles and owes them one message with a link', async () => {
	const app = openTestApp();
	await anOrganisation(app, 'kent', { name: 'Kent Police' });
	const administrator = await aPerson(app, 'administrator');
	const { personId, link } = await invite(
		app,
		administrator,
		anInvitation({ roles: [{ role: 'lead', organisation: 'kent' }] })
	);
	expect(await rolesText(app.db.read, personId)).toBe('lead for Kent Police');
	const mails = await mailOf(app);
	expect(mails.map(({ to }) => to)).toEqual(['sam.gray@kent.test']);
	expect(mails[0]?.body).toContain(link);
	const [entry] = await trailOf(app);
	expect(entry?.sentence).toBe(`${administrator.name} invited Sam Gray as lead for Kent Police.`);
	expect(JSON.stringify(entry)).not.toContain(await linkTokenOf(app));
});

test('the same form sent twice invites once', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const facts = anInvitation();
	await invite(app, administrator, facts);
	await expect(invite(app, administrator, facts)).rejects.toMatchObject({
		code: 'already-submitted'
	});
	await expect(
		invite(app, administrator, { ...facts, key: crypto.randomUUID(), email: 'SAM.GRAY@kent.test' })
	).rejects.toMatchObject({ code: 'email-taken', field: 'email' });
	expect(await mailOf(app)).toHaveLength(1);
});

const BAD_ROLES: [string, NamedHolding[]][] = [
	['role-missing', []],
	['role-needs-organisation', [{ role: 'lead', organisation: null }]],
	['role-without-organisation', [{ role: 'inspector', organisation: 'kent' }]],
	['role-without-organisation', [{ role: 'administrator', organisation: 'kent' }]],
	['unknown-organisation', [{ role: 'lead', organisation: 'atlantis' }]],
	['roles-conflict', [INSPECTOR, { role: 'lead', organisation: 'kent' }]],
	['roles-conflict', [{ role: 'contributor', organisation: 'kent' }, INSPECTOR]]
];

test.each(BAD_ROLES)('%s: refused alike by every way of giving roles', async (code, roles) => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'kent');
	const administrator = await aPerson(app, 'administrator');
	const other = await aPerson(app, ['observer', kent]);
	const seen = await rolesText(app.db.read, other.personId);
	const ways: Promise<unknown>[] = [
		invite(app, administrator, anInvitation({ roles })),
		setRoles(app, administrator, other.personId, { roles, seen })
	];
	if (code !== 'unknown-organisation') {
		const resolved = roles.map(({ role, organisation }) => ({
			role,
			organisationId: organisation === null ? null : kent
		}));
		const facts = { email: 'x@kent.test', name: 'X', roles: resolved, passwordHash: null };
		ways.push(createPerson(app, null, facts));
	}
	for (const outcome of await Promise.allSettled(ways)) {
		expect(outcome).toMatchObject({ status: 'rejected', reason: { code } });
	}
	expect(await trailOf(app)).toEqual([]);
	expect(await mailOf(app)).toEqual([]);
	expect(await rolesText(app.db.read, other.personId)).toBe(seen);
});

test('roles change in one go, count in open sessions at once, and the trail tells before and after', async () => {
	const app = openTestApp();
	await anOrganisation(app, 'kent', { name: 'Kent Police' });
	const administrator = await aPerson(app, 'administrator');
	const actor = await aPerson(app, 'observer');
	const { token } = await aSession(app, actor);
	await setRoles(app, administrator, actor.personId, {
		roles: [{ role: 'lead', organisation: 'kent' }, ADMINISTRATOR],
		seen: 'national observer'
	});
	const roles = (await authenticate(app, token))?.actor.roles.map(({ role }) => role);
	expect(roles).toEqual(['lead', 'administrator']);
	expect((await trailOf(app))[0]?.sentence).toBe(
		`${administrator.name} set the roles of ${actor.name} to lead for Kent Police, administrator, which were national observer.`
	);
});

test('roles that stay are not ended and given again, and no change leaves no trace', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const { personId } = await aPerson(app, 'inspector');
	const before = await rolesOf(app.db.read, personId);
	await setRoles(app, administrator, personId, { roles: [INSPECTOR], seen: 'inspector' });
	expect(await rolesOf(app.db.read, personId)).toEqual(before);
	expect(await trailOf(app)).toEqual([]);
});

test('roles that somebody else changed meanwhile are not overwritten', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const { personId, name } = await aPerson(app, 'inspector');
	await expect(
		setRoles(app, administrator, personId, { roles: [ADMINISTRATOR], seen: 'national observer' })
	).rejects.toMatchObject({
		code: 'stale',
		facts: { changes: [{ sentence: `The roles of ${name} are now: inspector.` }] }
	});
});

test('nobody changes their own roles or switches off their own account', async () => {
	const app = openTestApp();
	const actor = await aPerson(app, 'administrator');
	await expect(
		setRoles(app, actor, actor.personId, { roles: [INSPECTOR], seen: 'administrator' })
	).rejects.toMatchObject({ code: 'own-roles' });
	await expect(deactivate(app, actor, actor.personId)).rejects.toMatchObject({
		code: 'own-account'
	});
});

test('the last administrator who can sign in keeps the keys, also against two at once', async () => {
	const app = openTestApp();
	const [one, other] = [await aPerson(app, 'administrator'), await aPerson(app, 'administrator')];
	await withPassword(app, one);
	await withPassword(app, other);
	await aPerson(app, 'administrator');
	const outcomes = await Promise.allSettled([
		deactivate(app, one, other.personId),
		setRoles(app, other, one.personId, { roles: [INSPECTOR], seen: 'administrator' })
	]);
	expect(outcomes).toMatchObject([
		{ status: 'fulfilled' },
		{ status: 'rejected', reason: { code: 'last-administrator' } }
	]);
	await expect(deactivate(app, other, one.personId)).rejects.toMatchObject({
		code: 'last-administrator'
	});
});

test('switching off ends sessions and links at once, and switching on restores the roles', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const actor = await withPassword(app, await aPerson(app, 'inspector'));
	const { token } = await aSession(app, actor);
	await deactivate(app, administrator, actor.personId);
	await deactivate(app, administrator, actor.personId);
	expect(await authenticate(app, token)).toBeNull();
	await reactivate(app, administrator, actor.personId);
	expect(await authenticate(app, token)).toBeNull();
	const again = await aSession(app, actor);
	expect((await authenticate(app, again.token))?.actor.roles).toEqual(actor.roles);
	expect((await trailOf(app)).map(({ action }) => action)).toEqual([
		'person.reactivate',
		'person.deactivate'
	]);
});

test('a renewed invitation replaces the link, until the person has accepted', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const { personId } = await invite(app, administrator, anInvitation());
	const first = await linkTokenOf(app);
	await renewInvitation(app, administrator, personId);
	const second = await linkTokenOf(app);
	expect(await whoseLink(app, 'invitation', first)).toBeNull();
	const password = 'walnut ferry trombone';
	await acceptInvitation(app, { token: second, password, address: '192.0.2.1' });
	await expect(renewInvitation(app, administrator, personId)).rejects.toMatchObject({
		code: 'invitation-accepted'
	});
});

function anInvitation(facts: { roles?: NamedHolding[] } = {}) {
	const key = crypto.randomUUID();
	return { email: 'Sam.Gray@kent.test', name: 'Sam Gray', roles: [INSPECTOR], key, ...facts };
}
