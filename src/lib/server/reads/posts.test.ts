import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey, aPost } from '../../../../tests/support/assignment-facts.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { aHandover } from '../../../../tests/support/post-commands.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { acceptHandover } from '../services/handovers.ts';
import { setOwner } from '../services/ownership.ts';
import { changeHolder } from '../services/post-holders.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { attentionHref } from '#lib/wording/figures.ts';
import { readAssignments } from './assignments.ts';
import { readHome } from './home.ts';
import { readHandoverForm } from './post-form.ts';
import { readPost } from './post.ts';
import { readPostsHeld } from './person.ts';
import { readPosts } from './posts.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let successor: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	successor = scene.people['own contributor'];
});

describe('the posts of an organisation', () => {
	beforeEach(async () => {
		const second = await aPost(app, scene.kent, 'Custody Manager', 'Kim Poe');
		for (const number of [3, 5, 7]) {
			await own(await stage(app, scene, 'in-progress', number), scene.kentPost, 'accountable');
		}
		await own(await stage(app, scene, 'confirmed', 8), second, 'accountable');
		await own(await stage(app, scene, 'in-progress', 9), scene.kentPost, 'delivery');
	});

	test('are listed by name with how much each owns and delivers, and none of another body', async () => {
		const { posts } = await readPosts(app, lead, 'KENT');
		expect(
			posts.map(({ title, holder, owns, delivers }) => [title, holder, owns, delivers])
		).toEqual([
			['Custody Manager', 'Kim Poe', 1, 0],
			['Head of Crime', 'Alex Doe', 3, 1]
		]);
	});

	test('each list exactly the assignments that they count', async () => {
		for (const { id, owns, delivers } of (await readPosts(app, lead, 'KENT')).posts) {
			const shown = (duty: 'accountable' | 'delivery') =>
				readPost(app, lead, { organisation: 'KENT', post: id }, { duty, page: 1 });
			const [owned, delivered] = [await shown('accountable'), await shown('delivery')];
			expect(owned.list).toMatchObject({ total: owns });
			expect(owned.list.rows).toHaveLength(owns);
			expect(delivered.list).toMatchObject({ total: delivers });
			expect(delivered.list.rows).toHaveLength(delivers);
			expect(owned.counts).toEqual({ accountable: owns, delivery: delivers });
		}
	});

	test('say whose account was switched off', async () => {
		await aHandover(app, scene.kentPost, successor);
		deactivate(successor);
		const { posts } = await readPosts(app, lead, 'KENT');
		expect(posts.map((post) => [post.title, post.isHolderGone, post.isHandoverOpen])).toEqual([
			['Custody Manager', false, false],
			['Head of Crime', true, true]
		]);
	});

	test('are not found by anybody else', async () => {
		for (const role of ['foreign lead', 'administrator', 'nobody'] as const) {
			expect(await outcomeOf(readPosts(app, scene.people[role], 'KENT'))).toBe('not-found');
		}
	});
});

describe('what nobody answers for', () => {
	let vacant: number;

	beforeEach(async () => {
		vacant = await aPost(app, scene.kent, 'Custody Manager');
		await own(await stage(app, scene, 'in-progress', 3), vacant, 'accountable');
		await own(await stage(app, scene, 'in-progress', 4), scene.kentPost, 'accountable');
		await stage(app, scene, 'in-progress', 5);
		await stage(app, scene, 'confirmed', 6);
		await stage(app, scene, 'in-progress', 7, scene.essex);
	});

	test('is listed with each of the three reasons, and is what the home page counts', async () => {
		await aHandover(app, scene.kentPost, successor);
		expect((await listed()).map(([reference]) => reference)).toEqual(['OIC-3', 'OIC-5']);
		deactivate(successor);
		expect(await listed()).toEqual([
			['OIC-3', 'no-holder'],
			['OIC-4', 'holder-gone'],
			['OIC-5', 'no-owner']
		]);
		const home = await readHome(app, lead);
		const counts = home.kind === 'own-work' ? home.organisations[0]?.counts : undefined;
		expect(counts?.orphans).toEqual({ 'no-owner': 1, 'no-holder': 1, 'holder-gone': 1 });
	});

	test('is for inspectors the list that their home page counts and links to', async () => {
		const home = await readHome(app, scene.people.inspector);
		const groups = home.kind === 'oversight' ? home.attention : [];
		const orphans = groups.find(({ group }) => group === 'orphan');
		const query = readAssignmentListQuery(
			new URL(attentionHref({ inspection: 'OIC' }, 'orphan'), 'https://x.test').searchParams
		);
		const list = await readAssignments(app, scene.people.inspector, 'OIC', query.filter, query);
		const found = list.list.rows.map((row) => `${row.reference}/${row.organisationCode}`);
		expect(found.sort()).toEqual(['OIC-3/KENT', 'OIC-5/KENT', 'OIC-7/ESSEX']);
		expect(orphans?.total).toBe(found.length);
		expect(list.list.rows.some(({ isOwnerGone }) => isOwnerGone)).toBe(false);
		await aHandover(app, scene.kentPost, successor);
		deactivate(successor);
		const after = await readAssignments(app, scene.people.inspector, 'OIC', query.filter, query);
		const gone = after.list.rows.filter(({ isOwnerGone }) => isOwnerGone);
		expect(gone.map((row) => `${row.reference}/${row.organisationCode}`)).toEqual(['OIC-4/KENT']);
	});

	test('is foretold to the administrator who switches the account off', async () => {
		await aHandover(app, scene.kentPost, successor);
		const { administrator } = scene.people;
		expect(await readPostsHeld(app, administrator, successor.personId)).toEqual([
			{ title: 'Head of Crime', organisation: 'Kent Police', assignments: 1 }
		]);
		expect(() => readPostsHeld(app, lead, successor.personId)).toThrow('not-allowed');
	});

	async function listed() {
		const { orphans } = await readPosts(app, lead, 'KENT');
		expect(orphans.total).toBe(orphans.rows.length);
		return orphans.rows.map(({ reference, reason }) => [reference, reason]);
	}
});

test('a post says who held it and how it was handed over, with the old name', async () => {
	app.goTo('2026-05-01');
	await take({ kind: 'person', personId: successor.personId }, 1);
	await acceptHandover(app, successor, name(), {
		version: 3,
		submissionKey: aKey(),
		note: 'Thanks'
	});
	rawConnection(app)
		.prepare(`update person set name = 'Renamed' where id = ?`)
		.run(successor.personId);
	await take({ kind: 'name', name: 'Kim Poe' }, 3);
	await take({ kind: 'name', name: 'Jo Lee' }, 5);
	const { holders } = await readPost(app, lead, name(), { duty: 'accountable', page: 1 });
	expect(holders.map((row) => [row.name, row.handover, row.reason, row.note])).toEqual([
		['Jo Lee', 'open', 'A promotion', null],
		['Kim Poe', 'never', 'A promotion', null],
		[successor.name, 'accepted', 'A promotion', 'Thanks'],
		['Alex Doe', 'none', null, null]
	]);
});

describe('a handover that is open', () => {
	beforeEach(async () => {
		await stage(app, scene, 'in-progress');
		await aHandover(app, scene.kentPost, successor);
	});

	test('is on the home page of the new holder until it is accepted, and of nobody else', async () => {
		const ofHome = async (actor: Actor) => {
			const home = await readHome(app, actor);
			return 'handovers' in home ? home.handovers.map(({ title }) => title) : [];
		};
		expect(await ofHome(successor)).toEqual(['Head of Crime']);
		for (const role of ['own lead', 'foreign lead', 'inspector', 'administrator'] as const) {
			expect(await ofHome(scene.people[role])).toEqual([]);
		}
		await acceptHandover(app, successor, name(), { version: 3, submissionKey: aKey() });
		expect(await ofHome(successor)).toEqual([]);
	});

	test('is shown to the new holder as theirs, and to a lead as somebody else’s', async () => {
		expect(await readHandoverForm(app, successor, name())).toMatchObject({
			isOpen: true,
			isTheirs: true,
			holder: { name: successor.name },
			previous: { name: 'Alex Doe' }
		});
		expect(await readHandoverForm(app, lead, name())).toMatchObject({
			isOpen: true,
			isTheirs: false
		});
	});
});

function name() {
	return { organisation: 'KENT', post: scene.kentPost };
}

async function own(
	staged: Awaited<ReturnType<typeof stage>>,
	postId: number,
	duty: 'accountable' | 'delivery'
): Promise<void> {
	await setOwner(app, lead, staged, { ...(await aForm(app, staged)), postId, duty });
}

function take(successor: Parameters<typeof changeHolder>[3]['successor'], version: number) {
	return changeHolder(app, lead, name(), {
		version,
		submissionKey: aKey(),
		successor,
		fromDay: plainDate('2026-05-01'),
		reason: 'A promotion'
	});
}

function deactivate({ personId }: Actor): void {
	rawConnection(app).prepare('update person set deactivated_at = 1 where id = ?').run(personId);
}
