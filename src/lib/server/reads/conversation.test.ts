import { beforeEach, describe, expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import {
	BLIND,
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { aComment } from '../../../../tests/support/writing.ts';
import { addComment } from '../services/conversation.ts';
import { readPeopleToTell } from './comment-form.ts';
import { readConversation, type ConversationPlace } from './conversation.ts';

const NOTE = { audience: 'inspectorate' } as const;

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test('comments and notes come latest first, and say for whom they were written', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	const first = await aComment(app, staged, lead, { text: 'Is it public?' });
	const note = await aComment(app, staged, inspector, NOTE);
	const last = await aComment(app, staged, inspector, { text: 'It is.' });
	expect(await read('inspector')).toMatchObject({
		comments: [
			{ id: last, author: inspector.name, isByInspectorate: true, audience: 'everyone' },
			{ id: note, audience: 'inspectorate', isByInspectorate: true },
			{ id: first, author: lead.name, isByInspectorate: false, text: 'Is it public?' }
		],
		total: 3
	});
});

test('who wrote for the inspectorate stays so when they leave it, and others do not become so', async () => {
	const { inspector, 'own lead': lead, 'inspector and own lead': both } = scene.people;
	await aComment(app, staged, inspector);
	await aComment(app, staged, lead);
	await aComment(app, staged, both);
	app.goTo('2026-06-01');
	const raw = rawConnection(app);
	raw.exec(`update person_role set to_day = '2026-04-30' where role = 'inspector'`);
	raw
		.prepare(`insert into person_role (person_id, role, from_day) values (?, 'inspector', ?)`)
		.run(lead.personId, '2026-05-01');
	const { comments } = await read('own contributor');
	// Whoever is both speaks for the organisation.
	expect(comments.map(({ isByInspectorate }) => isByInspectorate)).toEqual([false, false, true]);
});

describe('the notes of the inspectorate', () => {
	const READERS: readonly RoleName[] = ['inspector'];

	test.each(ROLE_NAMES.filter((role) => !BLIND.includes(role)))(
		'are there for %s, or neither shown nor counted nor found',
		async (role) => {
			for (let number = 0; number < 20; number += 1) await aComment(app, staged, scene.claimant);
			const before = await read(role);
			const note = await aComment(app, staged, scene.people.inspector, NOTE);
			const after = await read(role);
			const found = await outcomeOf(read(role, { page: 1, comment: note }));
			if (READERS.includes(role)) {
				expect(after).toMatchObject({ total: 21, pages: 2 });
				expect(found).toBe('done');
			} else {
				expect(after).toEqual(before);
				expect(found).toBe('not-found');
			}
		}
	);

	test.each(BLIND)('are, like the comments, not there for %s', async (role) => {
		await aComment(app, staged, scene.claimant);
		expect(await outcomeOf(read(role))).toBe('not-found');
	});
});

test('a link to one comment leads to its page, however many have come since', async () => {
	const ids: number[] = [];
	for (let number = 1; number <= 45; number += 1) {
		ids.push(await aComment(app, staged, scene.claimant));
		await aComment(app, staged, scene.people.inspector, NOTE);
		await aComment(app, await elsewhere(), scene.people.inspector);
	}
	expect(await read('own lead')).toMatchObject({ total: 45, pages: 3, page: 1 });
	for (const [index, page] of [
		[44, 1],
		[25, 1],
		[24, 2],
		[5, 2],
		[4, 3],
		[0, 3]
	] as const) {
		const shown = await read('own lead', { page: 1, comment: ids[index]! });
		expect(shown.page).toBe(page);
		expect(shown.comments.map(({ id }) => id)).toContain(ids[index]);
	}
	expect((await read('own lead', { page: 99 })).page).toBe(3);
});

test('a comment on another assignment is not there', async () => {
	const foreign = await aComment(app, await elsewhere(), scene.people.inspector);
	expect(await outcomeOf(read('inspector', { page: 1, comment: foreign }))).toBe('not-found');
	expect(await outcomeOf(read('own lead', { page: 1, comment: 4711 }))).toBe('not-found');
});

test('a body is told the names of those it may know, and of national readers nothing', async () => {
	const { inspector, 'national observer': observer, 'own contributor': contributor } = scene.people;
	await addComment(app, inspector, staged, {
		audience: 'everyone',
		text: 'Look at this',
		mentions: [observer.personId, contributor.personId],
		submissionKey: 'one'
	});
	const told = async (role: RoleName) => (await read(role)).comments[0]?.told;
	expect(await told('own lead')).toEqual([contributor.name]);
	expect(await told('own observer')).toEqual([contributor.name]);
	const both = [observer.name, contributor.name].sort();
	expect((await told('inspector'))?.toSorted()).toEqual(both);
	expect((await told('national observer'))?.toSorted()).toEqual(both);
});

test('people to tell are offered without their addresses, with what they hold here', async () => {
	const people = await readPeopleToTell(app, scene.people['own lead'], staged, 'everyone');
	const both = scene.people['inspector and own lead'];
	expect(people.find(({ id }) => id === both.personId)).toEqual({
		id: both.personId,
		name: both.name,
		roles: [
			{ role: 'inspector', isOfBody: false },
			{ role: 'lead', isOfBody: true }
		]
	});
	expect(JSON.stringify(people)).not.toContain('@');
});

test.each([
	['own observer', 'everyone', 'not-allowed'],
	['national observer', 'everyone', 'not-allowed'],
	['own lead', 'inspectorate', 'not-allowed'],
	['inspector and own lead', 'inspectorate', 'not-allowed'],
	['foreign lead', 'everyone', 'not-found']
] as const)('nobody is offered to %s writing for %s: %s', async (role, audience, outcome) => {
	const people = readPeopleToTell(app, scene.people[role], staged, audience);
	expect(await outcomeOf(people)).toBe(outcome);
});

test('takes the same few queries however much there is', async () => {
	await aComment(app, staged, scene.claimant);
	const few = await countQueries(app, () => read('inspector'));
	for (let number = 1; number <= 30; number += 1) {
		await addComment(app, scene.people.inspector, staged, {
			audience: 'everyone',
			text: 'Look at this',
			mentions: [(await aPerson(app, 'inspector')).personId],
			submissionKey: `many-${number}`
		});
	}
	const many = await countQueries(app, () => read('inspector'));
	expect(many.queries).toBe(few.queries);
	expect(many.queries).toBeLessThanOrEqual(4);
});

let other: Staged | undefined;
beforeEach(() => (other = undefined));

async function elsewhere(): Promise<Staged> {
	return (other ??= await stage(app, scene, 'in-progress', 7, scene.essex));
}

function read(role: RoleName, place: ConversationPlace = { page: 1 }) {
	return readConversation(app, scene.people[role], staged, place);
}
