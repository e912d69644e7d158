import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aPost } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { createPost, nameOwner, setOwner } from './ownership.ts';
import { holdPost } from './post-holders.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

describe('a post', () => {
	test('is made once, whoever asks again', async () => {
		const first = await createPost(app, lead, 'KENT', { title: 'Head of Custody' });
		const image = databaseImage(app);
		expect(await createPost(app, lead, 'KENT', { title: 'Head of Custody' })).toBe(first);
		expect(databaseImage(app)).toBe(image);
	});

	test('of the same title in another organisation is another post', async () => {
		const ours = await createPost(app, lead, 'KENT', { title: 'Head of Custody' });
		const foreign = scene.people['foreign lead'];
		const theirs = await createPost(app, foreign, 'ESSEX', { title: 'Head of Custody' });
		expect(theirs).not.toBe(ours);
	});

	test.each(['ESSEX', 'NOWHERE', "KENT' or '1'='1"])('is not made at %s', async (code) => {
		const before = databaseImage(app);
		expect(await outcomeOf(createPost(app, lead, code, { title: 'Chief' }))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});
});

describe('whoever holds a post', () => {
	test('ends when the next takes it up, and history keeps the old name', async () => {
		app.goTo('2026-04-01');
		await holdPost(app, lead, scene.kentPost, { name: 'Robin Ray', personId: lead.personId });
		renamePerson(lead, 'Robin Ray-Jones');
		app.goTo('2026-05-01');
		await holdPost(app, lead, scene.kentPost, { name: 'Kim Poe' });
		expect(holders(scene.kentPost)).toMatchObject([
			{ name: 'Alex Doe', person_id: null, from_day: '2026-03-02', to_day: '2026-04-01' },
			{ name: 'Robin Ray', person_id: lead.personId, from_day: '2026-04-01', to_day: '2026-05-01' },
			{ name: 'Kim Poe', person_id: null, from_day: '2026-05-01', to_day: null }
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} recorded Kim Poe as the holder of “Head of Crime” at Kent Police, after Robin Ray.`
		);
	});

	test('is one at a time, even from a statement that goes past the service', () => {
		const insert = rawConnection(app).prepare(
			`insert into post_holder (post_id, name, from_day) values (?, 'Second', '2026-03-02')`
		);
		expect(() => insert.run(scene.kentPost)).toThrow('UNIQUE');
	});

	test('and is recorded again as they are changes nothing', async () => {
		await holdPost(app, lead, scene.kentPost, { name: 'Robin Ray', personId: lead.personId });
		const image = databaseImage(app);
		await holdPost(app, lead, scene.kentPost, { name: 'Robin Ray', personId: lead.personId });
		expect(databaseImage(app)).toBe(image);
	});

	test('is never somebody of another organisation, nor nobody, nor gone', async () => {
		const gone = await aPerson(app, ['contributor', scene.kent]);
		deactivate(gone);
		const moved = await aPerson(app, ['contributor', scene.kent]);
		endRoles(moved);
		const strangers = [
			scene.people['foreign lead'].personId,
			scene.people.inspector.personId,
			gone.personId,
			moved.personId,
			987_654
		];
		const before = databaseImage(app);
		for (const personId of strangers) {
			const attempt = holdPost(app, lead, scene.kentPost, { name: 'Kim Poe', personId });
			expect(await outcomeOf(attempt)).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});

	test.each([
		['another organisation', () => scene.essexPost],
		['none', () => 987_654]
	])('cannot be set for a post of %s', async (_, postId) => {
		const before = databaseImage(app);
		expect(await outcomeOf(holdPost(app, lead, postId(), { name: 'Kim Poe' }))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});
});

describe('the owner of an assignment', () => {
	test('is a post, changes with history, and can be taken away', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const second = await aPost(app, scene.kent, 'Head of Custody');
		for (const postId of [scene.kentPost, second, null]) await own(staged, postId);
		expect(rowsOf(app, 'owner_change').map((row) => row.post_id)).toEqual([
			scene.kentPost,
			second,
			null
		]);
		expect(lastRowOf(app, 'assignment')).toMatchObject({ owner_post_id: null, version: 4 });
		const about = 'the owner of OIC-7 for Kent Police';
		expect(rowsOf(app, 'audit_entry').map((row) => row.sentence)).toEqual([
			`${lead.name} made “Head of Crime” ${about}.`,
			`${lead.name} made “Head of Custody” ${about}, in place of “Head of Crime”.`,
			`${lead.name} took away ${about}, “Head of Custody”.`
		]);
	});

	test('has a delivery lead beside it, with history of its own', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const second = await aPost(app, scene.kent, 'Head of Custody');
		await own(staged, scene.kentPost);
		await deliver(staged, second);
		await deliver(staged, null);
		expect(rowsOf(app, 'owner_change').map((row) => [row.duty, row.post_id])).toEqual([
			['accountable', scene.kentPost],
			['delivery', second],
			['delivery', null]
		]);
		expect(lastRowOf(app, 'assignment')).toMatchObject({
			owner_post_id: scene.kentPost,
			delivery_post_id: null,
			version: 4
		});
		const about = 'the delivery lead of OIC-7 for Kent Police';
		expect(rowsOf(app, 'audit_entry').map((row) => row.sentence)).toEqual([
			`${lead.name} made “Head of Crime” the owner of OIC-7 for Kent Police.`,
			`${lead.name} made “Head of Custody” ${about}.`,
			`${lead.name} took away ${about}, “Head of Custody”.`
		]);
	});

	test('set again as it is counts nothing on', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await own(staged, scene.kentPost);
		await own(staged, scene.kentPost);
		expect(rowsOf(app, 'owner_change')).toHaveLength(1);
		expect(lastRowOf(app, 'assignment').version).toBe(2);
	});

	test('is never a post of another organisation, even one that the actor leads too', async () => {
		const both = await aPerson(app, ['lead', scene.kent], ['lead', scene.essex]);
		const staged = await stage(app, scene, 'in-progress');
		const before = databaseImage(app);
		for (const [actor, postId] of [
			[lead, scene.essexPost],
			[both, scene.essexPost],
			[lead, 987_654]
		] as const) {
			expect(await outcomeOf(own(staged, postId, actor))).toBe('not-found');
			expect(await outcomeOf(deliver(staged, postId, actor))).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});
});

describe('naming the owner by title', () => {
	test('makes the post, puts the holder in it and gives it the assignment, all at once', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await name(staged, 'Head of Custody', 'Kim Poe');
		const post = lastRowOf(app, 'post');
		expect(post).toMatchObject({ organisation_id: scene.kent, title: 'Head of Custody' });
		expect(lastRowOf(app, 'post_holder')).toMatchObject({ post_id: post.id, name: 'Kim Poe' });
		expect(lastRowOf(app, 'assignment')).toMatchObject({ owner_post_id: post.id, version: 2 });
		expect(rowsOf(app, 'audit_entry').map((row) => row.action)).toEqual([
			'post.create',
			'post.hold',
			'assignment.set-owner'
		]);
	});

	test('uses the post and the holder that are there', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await name(staged, 'Head of Crime', 'Alex Doe');
		expect(lastRowOf(app, 'assignment').owner_post_id).toBe(scene.kentPost);
		expect(rowsOf(app, 'post')).toHaveLength(2);
		expect(holders(scene.kentPost)).toHaveLength(1);
	});

	test('without a holder leaves whoever holds the post', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await name(staged, 'Head of Crime', undefined);
		expect(holders(scene.kentPost)).toMatchObject([{ name: 'Alex Doe', to_day: null }]);
	});

	test('never reaches a post of another organisation by its title', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await name(staged, 'Head of Intelligence', 'Kim Poe');
		expect(holders(scene.essexPost)).toMatchObject([{ name: 'Sam Roe', to_day: null }]);
		expect(lastRowOf(app, 'assignment').owner_post_id).not.toBe(scene.essexPost);
	});
});

async function name(staged: Staged, title: string, holder: string | undefined): Promise<void> {
	await nameOwner(app, lead, staged, { ...(await aForm(app, staged)), title, holder });
}

async function own(staged: Staged, postId: number | null, actor = lead): Promise<void> {
	await setOwner(app, actor, staged, { ...(await aForm(app, staged)), postId });
}

async function deliver(staged: Staged, postId: number | null, actor = lead): Promise<void> {
	await setOwner(app, actor, staged, { ...(await aForm(app, staged)), postId, duty: 'delivery' });
}

function holders(postId: number) {
	return rowsOf(app, 'post_holder').filter((row) => row.post_id === postId);
}

function renamePerson({ personId }: Actor, name: string): void {
	rawConnection(app).prepare('update person set name = ? where id = ?').run(name, personId);
}

function deactivate({ personId }: Actor): void {
	rawConnection(app).prepare('update person set deactivated_at = 1 where id = ?').run(personId);
}

function endRoles({ personId }: Actor): void {
	rawConnection(app)
		.prepare(`update person_role set to_day = '2026-03-01' where person_id = ?`)
		.run(personId);
}
