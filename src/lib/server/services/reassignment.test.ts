import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey, aPost } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { aHandover } from '../../../../tests/support/post-commands.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { setOwner } from './ownership.ts';
import { checkReassignment, reassign, type Reassignment } from './reassignment.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let target: number;
let owned: Staged;
let both: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	target = await aPost(app, scene.kent, 'Head of Custody', 'Kim Poe');
	owned = await stage(app, scene, 'in-progress', 3);
	both = await stage(app, scene, 'confirmed', 4);
	await give(owned, 'accountable');
	await give(both, 'accountable');
	await give(both, 'delivery');
});

test('several assignments move at once, each with history and a sentence of its own', async () => {
	const before = rowsOf(app, 'audit_entry').length;
	await move([owned, both]);
	expect(rowsOf(app, 'assignment')).toMatchObject([
		{ owner_post_id: target, delivery_post_id: null, version: 3 },
		{ owner_post_id: target, delivery_post_id: target, version: 4 }
	]);
	expect(rowsOf(app, 'owner_change').slice(-3)).toMatchObject([
		{ assignment_id: owned.id, duty: 'accountable', post_id: target, reason: 'Alex Doe retires' },
		{ assignment_id: both.id, duty: 'accountable', post_id: target, reason: 'Alex Doe retires' },
		{ assignment_id: both.id, duty: 'delivery', post_id: target, reason: 'Alex Doe retires' }
	]);
	const said = (what: string, reference: string) =>
		`${lead.name} made “Head of Custody” the ${what} of ${reference} for Kent Police, in place of “Head of Crime”.`;
	expect(
		rowsOf(app, 'audit_entry')
			.slice(before)
			.map((row) => row.sentence)
	).toEqual([said('owner', 'OIC-3'), said('owner', 'OIC-4'), said('delivery lead', 'OIC-4')]);
});

test('the holders of both posts are told, without the reason, and whoever did it is not', async () => {
	await aHandover(app, scene.kentPost, scene.people['own contributor']);
	const other = await aPerson(app, ['lead', scene.kent]);
	await aHandover(app, target, other);
	await move([owned, both]);
	const mail = rowsOf(app, 'outbox');
	expect(mail.map((row) => row.to)).toEqual([scene.people['own contributor'].email, other.email]);
	expect(mail[0]).toMatchObject({
		subject: '2 assignments moved to Head of Custody: Kent Police'
	});
	expect(mail[0]!.body).not.toContain('retires');
	expect(mail[0]!.body).toContain(`/organisations/KENT/posts/${target}`);
});

test('a rehearsal changes nothing, and refuses what the move would refuse', async () => {
	const before = databaseImage(app);
	await checkReassignment(app, lead, name(), await command([owned, both]));
	const same = await command([owned], { to: scene.kentPost });
	expect(await outcomeOf(checkReassignment(app, lead, name(), same))).toBe('same-post');
	expect(databaseImage(app)).toBe(before);
});

test('one that changed meanwhile stops them all, and is named with what was done to it', async () => {
	const sent = await command([owned, both]);
	await setOwner(app, lead, owned, { ...(await aForm(app, owned)), postId: target });
	const before = databaseImage(app);
	const refusal = await refusalOf(reassign(app, lead, name(), sent));
	expect(refusal).toMatchObject({
		code: 'several-changed',
		facts: {
			changed: [{ reference: 'OIC-3', sentence: expect.stringContaining('Head of Custody') }]
		}
	});
	expect(databaseImage(app)).toBe(before);
});

test('sent twice it is carried out once', async () => {
	const sent = await command([owned]);
	await reassign(app, lead, name(), sent);
	const after = databaseImage(app);
	expect(await outcomeOf(reassign(app, lead, name(), sent))).toBe('already-submitted');
	expect(databaseImage(app)).toBe(after);
});

describe('nothing is stored and nothing is found', () => {
	test.each<[string, () => Promise<Partial<Reassignment>> | Partial<Reassignment>]>([
		['for a post of another organisation', () => ({ to: scene.essexPost })],
		['for no post', () => ({ to: 987_654 })],
		['for an assignment of no post', async () => chosen(await stage(app, scene, 'in-progress', 9))],
		[
			'for an assignment of another organisation',
			async () => chosen(await stage(app, scene, 'in-progress', 11, scene.essex))
		],
		['for no assignment', () => ({ assignments: [{ reference: 'OIC-99', version: 1 }] })]
	])('%s, even for a lead of both', async (_, facts) => {
		const leadOfBoth = await aPerson(app, ['lead', scene.kent], ['lead', scene.essex]);
		const changed = await facts();
		const sent = { ...(await command([both])), ...changed };
		const assignments = [...(await command([both])).assignments, ...(changed.assignments ?? [])];
		const before = databaseImage(app);
		for (const actor of [lead, leadOfBoth]) {
			const attempt = reassign(app, actor, name(), { ...sent, assignments });
			expect(await outcomeOf(attempt)).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});

	test.each([
		['own contributor', 'not-allowed'],
		['inspector', 'not-allowed'],
		['foreign lead', 'not-found'],
		['administrator', 'not-found']
	] as const)('by %s: %s', async (role, outcome) => {
		const sent = await command([owned]);
		const before = databaseImage(app);
		expect(await outcomeOf(reassign(app, scene.people[role], name(), sent))).toBe(outcome);
		expect(databaseImage(app)).toBe(before);
	});
});

test('where the last of them fails the first have not moved', async () => {
	const sent = await command([owned, both]);
	rawConnection(app).exec(
		`create trigger fail before update on assignment when old.id = ${both.id}
		begin select raise(abort, 'no'); end`
	);
	const before = databaseImage(app);
	await expect(reassign(app, lead, name(), sent)).rejects.toThrow();
	expect(databaseImage(app)).toBe(before);
	expect(lastRowOf(app, 'post').id).toBe(target);
});

function name() {
	return { organisation: 'KENT', post: scene.kentPost };
}

function chosen({ reference }: Staged): Partial<Reassignment> {
	return { assignments: [{ reference, version: 1 }] };
}

async function command(
	staged: readonly Staged[],
	facts: Partial<Reassignment> = {}
): Promise<Reassignment> {
	const assignments = [];
	for (const one of staged) {
		assignments.push({ reference: one.reference, version: (await aForm(app, one)).version });
	}
	return { to: target, reason: 'Alex Doe retires', assignments, submissionKey: aKey(), ...facts };
}

async function move(staged: readonly Staged[]): Promise<void> {
	await reassign(app, lead, name(), await command(staged));
}

async function give(staged: Staged, duty: 'accountable' | 'delivery'): Promise<void> {
	await setOwner(app, lead, staged, {
		...(await aForm(app, staged)),
		postId: scene.kentPost,
		duty
	});
}
