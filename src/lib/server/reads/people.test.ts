import { ROLES } from '#lib/domain/actor.ts';
import { PERSON_STATES, type PeopleFilter } from '#lib/domain/people-filter.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aPerson, anOrganisation } from '../../../../tests/support/builders.ts';
import { aSession, withPassword } from '../../../../tests/support/doors.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { person, personRole } from '../db/schema/person.ts';
import { listMessages } from './outbox.ts';
import { listPeople, PEOPLE_PER_PAGE } from './people.ts';
import { listOrganisationChoices, readPerson } from './person.ts';
import { organisation } from '../db/schema/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

const EVERYBODY: PeopleFilter = {
	search: '',
	role: null,
	organisation: null,
	state: null,
	page: 1
};

test('people are listed by name with what they hold now, in three queries whatever their number', async () => {
	const { app, administrator, lead, inspector } = await threePeople();
	await app.db.write((tx) =>
		tx.insert(personRole).values({
			personId: inspector.personId,
			role: 'observer',
			fromDay: '2026-01-01' as PlainDate,
			toDay: '2026-02-01' as PlainDate
		})
	);
	const before = app.db.queries.count;
	const { rows, total } = await listPeople(app, administrator, EVERYBODY);
	expect(app.db.queries.count - before).toBe(3);
	expect(total).toBe(3);
	const names = rows.map(({ name }) => name);
	expect(names).toEqual(names.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())));
	expect(rows.find(({ id }) => id === inspector.personId)?.roles).toEqual([
		{ personId: inspector.personId, role: 'inspector', organisationName: null }
	]);
	expect(rows.find(({ id }) => id === lead.personId)?.roles).toMatchObject([
		{ role: 'lead', organisationName: 'Kent Police' },
		{ role: 'contributor', organisationName: 'Essex Police' }
	]);
	expect(JSON.stringify(rows)).not.toContain('argon2');
});

test('a role and an organisation are asked of one and the same holding', async () => {
	const { app, administrator, lead } = await threePeople();
	const find = async (filter: Partial<PeopleFilter>) =>
		(await listPeople(app, administrator, { ...EVERYBODY, ...filter })).rows.map(({ id }) => id);
	expect(await find({ role: 'lead', organisation: 'kent' })).toEqual([lead.personId]);
	expect(await find({ role: 'contributor', organisation: 'kent' })).toEqual([]);
	expect(await find({ organisation: 'essex' })).toEqual([lead.personId]);
	expect(await find({ role: 'administrator' })).toEqual([administrator.personId]);
	expect(await find({ organisation: 'atlantis' })).toEqual([]);
});

test('what is searched for is text, in names and addresses, whatever its capitals', async () => {
	const { app, administrator, lead } = await threePeople();
	await rename(app, lead.personId, "Zoë O'Neil_100%");
	const find = async (search: string) =>
		(await listPeople(app, administrator, { ...EVERYBODY, search })).total;
	expect(await find("o'neil")).toBe(1);
	expect(await find('_100%')).toBe(1);
	expect(await find('%')).toBe(1);
	expect(await find('_')).toBe(1);
	expect(await find(lead.email.toUpperCase())).toBe(1);
	expect(await find("' or 1=1 --")).toBe(0);
	expect(await find('tracker.test')).toBe(3);
});

test('every account is in exactly one state, in the list and in the filter', async () => {
	const { app, administrator, lead } = await threePeople();
	await withPassword(app, lead);
	await app.db.write((tx) =>
		tx.update(person).set({ deactivatedAt: 1 }).where(eq(person.id, administrator.personId))
	);
	let found = 0;
	for (const state of PERSON_STATES) {
		const { rows } = await listPeople(app, administrator, { ...EVERYBODY, state });
		expect(rows.map((row) => row.state)).toEqual([state]);
		found += rows.length;
	}
	expect(found).toBe(3);
});

test('a page past the last one is the last one', async () => {
	const { app, administrator } = await threePeople();
	for (let number = 0; number < PEOPLE_PER_PAGE; number += 1) await aPerson(app);
	const last = await listPeople(app, administrator, { ...EVERYBODY, page: 99 });
	expect(last).toMatchObject({ page: 2, pages: 2, total: PEOPLE_PER_PAGE + 3 });
	expect(last.rows).toHaveLength(3);
	const first = await listPeople(app, administrator, EVERYBODY);
	expect(new Set([...first.rows, ...last.rows].map(({ id }) => id)).size).toBe(last.total);
});

test.each(ROLES)('%s: people and messages are read by administrators only', async (role) => {
	const { app, lead } = await threePeople();
	const kent = lead.roles[0]!.organisationId!;
	const isLocal = role === 'lead' || role === 'contributor';
	const actor = await aPerson(app, isLocal ? [role, kent] : role);
	const reads = [
		() => listPeople(app, actor, EVERYBODY),
		() => readPerson(app, actor, lead.personId),
		() => listMessages(app, actor, { isMailbox: true, page: 1 })
	];
	for (const read of reads) {
		if (role === 'administrator') await read();
		else await expect(read()).rejects.toMatchObject({ code: 'not-allowed' });
	}
});

test('one person is read with when they were last seen, and never with a hash', async () => {
	const { app, administrator, lead } = await threePeople();
	expect((await readPerson(app, administrator, lead.personId)).lastSeenAt).toBeNull();
	await aSession(app, lead);
	const details = await readPerson(app, administrator, lead.personId);
	expect(details.lastSeenAt).toBe(app.clock.now());
	expect(details.rolesText).toBe('lead for Kent Police, contributor for Essex Police');
	expect(Object.keys(details)).not.toContain('passwordHash');
	await expect(readPerson(app, administrator, 9999)).rejects.toMatchObject({ code: 'not-found' });
});

test('roles are offered for organisations that have not ended', async () => {
	const { app } = await threePeople();
	await app.db.write((tx) =>
		tx
			.update(organisation)
			.set({ validTo: '2026-03-01' as PlainDate })
			.where(eq(organisation.code, 'essex'))
	);
	expect(await listOrganisationChoices(app)).toEqual([{ code: 'kent', name: 'Kent Police' }]);
});

async function threePeople() {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'kent', { name: 'Kent Police' });
	const essex = await anOrganisation(app, 'essex', { name: 'Essex Police' });
	return {
		app,
		administrator: await aPerson(app, 'administrator'),
		lead: await aPerson(app, ['lead', kent], ['contributor', essex]),
		inspector: await aPerson(app, 'inspector')
	};
}

function rename(app: TestApp, personId: number, name: string) {
	return app.db.write((tx) => tx.update(person).set({ name }).where(eq(person.id, personId)));
}
