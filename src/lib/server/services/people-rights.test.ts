import { ROLES, type Actor, type Role } from '#lib/domain/actor.ts';
import { expect, test } from 'vitest';
import { aPerson, anOrganisation } from '../../../../tests/support/builders.ts';
import { mailOf, trailOf, withPassword } from '../../../../tests/support/doors.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { person, personRole } from '../db/schema/person.ts';
import { deactivate, reactivate } from './people-access.ts';
import { setRoles } from './people-roles.ts';
import { createPerson, invite, renewInvitation } from './people.ts';

/** Every verb on people that needs a right, as one call that succeeds for whoever has it. */
const VERBS: Record<string, (app: TestApp, actor: Actor, other: Actor) => Promise<unknown>> = {
	createPerson: (app, actor) =>
		createPerson(app, actor, {
			email: 'new@tracker.test',
			name: 'New Person',
			roles: [{ role: 'inspector', organisationId: null }],
			passwordHash: null
		}),
	invite: (app, actor) =>
		invite(app, actor, {
			email: 'new@tracker.test',
			name: 'New Person',
			roles: [{ role: 'inspector', organisation: null }],
			key: crypto.randomUUID()
		}),
	renewInvitation: (app, actor, other) => renewInvitation(app, actor, other.personId),
	setRoles: (app, actor, other) =>
		setRoles(app, actor, other.personId, {
			roles: [{ role: 'administrator', organisation: null }],
			seen: 'inspector'
		}),
	deactivate: (app, actor, other) => deactivate(app, actor, other.personId),
	reactivate: async (app, actor, other) => {
		await app.db.write((tx) => tx.update(person).set({ deactivatedAt: 1 }));
		await reactivate(app, actor, other.personId);
	}
};

const MATRIX = ['nobody' as const, ...ROLES].flatMap((role) =>
	Object.keys(VERBS).map((verb) => ({ role, verb, may: role === 'administrator' }))
);

test.each(MATRIX)('$role may $verb: $may', async ({ role, verb, may }) => {
	const app = openTestApp();
	const actor = await anActor(app, role);
	const other = await aPerson(app, 'inspector');
	const run = () => VERBS[verb]!(app, actor, other);
	if (may) {
		await run();
		expect(await trailOf(app)).toHaveLength(1);
		return;
	}
	const before = await everything(app);
	await expect(run()).rejects.toMatchObject({ code: 'not-allowed' });
	if (verb !== 'reactivate') expect(await everything(app)).toEqual(before);
	expect(await trailOf(app)).toEqual([]);
});

async function anActor(app: TestApp, role: Role | 'nobody'): Promise<Actor> {
	const kent = await anOrganisation(app, 'kent');
	const isLocal = role === 'lead' || role === 'contributor';
	const actor =
		role === 'nobody' ? await aPerson(app) : await aPerson(app, isLocal ? [role, kent] : role);
	return withPassword(app, actor);
}

async function everything(app: TestApp) {
	const people = await app.db.read.select().from(person);
	const roles = await app.db.read.select().from(personRole);
	return { people, roles, mail: await mailOf(app) };
}
