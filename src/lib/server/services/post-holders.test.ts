import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey, aPost } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { acceptHandover } from './handovers.ts';
import {
	changeHolder,
	holdPost,
	type ChangeHolderCommand,
	type Successor
} from './post-holders.ts';

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

describe('a post that changes hands', () => {
	test('keeps the old name, opens a handover and tells the new holder, all at once', async () => {
		app.goTo('2026-05-01');
		await change({ kind: 'person', personId: successor.personId }, { fromDay: '2026-04-20' });
		const [old, taken] = holders();
		expect(old).toMatchObject({ name: 'Alex Doe', to_day: '2026-04-20' });
		expect(taken).toMatchObject({
			name: successor.name,
			person_id: successor.personId,
			from_day: '2026-04-20',
			to_day: null
		});
		expect(rowsOf(app, 'handover')).toMatchObject([
			{
				post_id: scene.kentPost,
				from_holder_id: old!.id,
				to_holder_id: taken!.id,
				opened_by: lead.personId,
				reason: 'Alex Doe has moved to another force',
				accepted_at: null
			}
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} recorded ${successor.name} as the holder of “Head of Crime” at Kent Police, after Alex Doe.`
		);
		const mail = lastRowOf(app, 'outbox');
		expect(mail).toMatchObject({
			to: successor.email,
			subject: 'You have taken over Head of Crime: Kent Police'
		});
		expect(mail.body).toContain(
			`https://tracker.test/organisations/KENT/posts/${scene.kentPost}/handover`
		);
		expect(mail.body).not.toContain('another force');
	});

	test('to a name without an account opens a handover and sends no mail', async () => {
		await change({ kind: 'name', name: 'Kim Poe' });
		expect(holders()[1]).toMatchObject({ name: 'Kim Poe', person_id: null });
		expect(rowsOf(app, 'handover')).toHaveLength(1);
		expect(rowsOf(app, 'outbox')).toHaveLength(0);
	});

	test('can be left with nobody, and is taken over from whoever held it last', async () => {
		await change({ kind: 'nobody' });
		expect(holders()).toMatchObject([{ name: 'Alex Doe', to_day: '2026-03-02' }]);
		expect(rowsOf(app, 'handover')).toHaveLength(0);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} recorded that nobody holds “Head of Crime” at Kent Police, after Alex Doe.`
		);
		expect(await outcomeOf(change({ kind: 'nobody' }, { version: 2 }))).toBe('already-vacant');
		await change({ kind: 'name', name: 'Kim Poe' }, { version: 2 });
		expect(lastRowOf(app, 'handover').from_holder_id).toBe(holders()[0]!.id);
	});

	test('to whoever holds it already changes nothing', async () => {
		const before = databaseImage(app);
		expect(await outcomeOf(change({ kind: 'name', name: 'Alex Doe' }))).toBe('already-holder');
		expect(databaseImage(app)).toBe(before);
	});

	test('from another version is refused with who took it over meanwhile', async () => {
		await change({ kind: 'name', name: 'Kim Poe' });
		const before = databaseImage(app);
		const refusal = await refusalOf(change({ kind: 'name', name: 'Jo Lee' }));
		expect(refusal).toMatchObject({ code: 'stale', facts: { version: 3 } });
		expect(refusal.facts.changes).toMatchObject([
			{ sentence: expect.stringContaining('recorded Kim Poe as the holder of “Head of Crime”') }
		]);
		expect(databaseImage(app)).toBe(before);
	});

	test.each([
		['a post of another organisation', () => ({ post: scene.essexPost })],
		['a post under the name of another organisation', () => ({ organisation: 'ESSEX' })],
		['no post', () => ({ post: 987_654 })]
	])('is never %s', async (_, other) => {
		const both = await aPerson(app, ['lead', scene.kent], ['lead', scene.essex]);
		const before = databaseImage(app);
		const attempt = (actor: Actor) =>
			changeHolder(app, actor, { organisation: 'KENT', post: scene.kentPost, ...other() }, form());
		for (const actor of [lead, both]) expect(await outcomeOf(attempt(actor))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test('never goes to somebody of another organisation, nor to nobody that there is', async () => {
		const before = databaseImage(app);
		for (const personId of [scene.people['foreign lead'].personId, 987_654]) {
			expect(await outcomeOf(change({ kind: 'person', personId }))).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});
});

describe('a first holder', () => {
	test('takes nothing over where the post does nothing yet', async () => {
		const postId = await aPost(app, scene.kent, 'Head of Custody');
		await holdPost(app, lead, postId, { name: 'Kim Poe' });
		expect(rowsOf(app, 'handover')).toHaveLength(0);
	});

	test('takes over what the post owns already', async () => {
		const postId = await aPost(app, scene.kent, 'Head of Custody');
		const staged = await stage(app, scene, 'in-progress');
		rawConnection(app)
			.prepare('update assignment set delivery_post_id = ? where id = ?')
			.run(postId, staged.id);
		await holdPost(app, lead, postId, { name: 'Kim Poe' });
		expect(rowsOf(app, 'handover')).toMatchObject([{ from_holder_id: null }]);
	});
});

describe('a handover', () => {
	beforeEach(() => change({ kind: 'person', personId: successor.personId }));

	test('is accepted by the new holder, with a note, and whoever opened it is told', async () => {
		await accept(successor, { note: '  I have read the brief ' });
		expect(lastRowOf(app, 'handover')).toMatchObject({
			accepted_by: successor.personId,
			accepted_at: app.clock.now(),
			note: 'I have read the brief'
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${successor.name} accepted the handover of “Head of Crime” at Kent Police from Alex Doe.`
		);
		expect(lastRowOf(app, 'outbox')).toMatchObject({ to: lead.email });
	});

	test('is accepted once, by any form', async () => {
		await accept(successor);
		const before = databaseImage(app);
		expect(await outcomeOf(accept(successor))).toBe('handover-over');
		expect(databaseImage(app)).toBe(before);
	});

	test('is nobody else’s to accept, not even of whoever opened it', async () => {
		const before = databaseImage(app);
		expect(await outcomeOf(accept(lead))).toBe('not-the-new-holder');
		expect(await outcomeOf(accept(scene.people.inspector))).toBe('not-allowed');
		expect(await outcomeOf(accept(scene.people['foreign lead']))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test('is over once somebody else has taken over the post', async () => {
		await change({ kind: 'name', name: 'Kim Poe' }, { version: 3 });
		const before = databaseImage(app);
		expect(await outcomeOf(accept(successor))).toBe('stale');
		expect(await outcomeOf(accept(successor, { version: 5 }))).toBe('not-the-new-holder');
		expect(databaseImage(app)).toBe(before);
	});

	test('says for ever what was said when it was opened and accepted', async () => {
		await accept(successor);
		const raw = rawConnection(app);
		for (const column of ['accepted_at', 'note', 'reason', 'post_id', 'opened_by']) {
			const change = raw.prepare(`update handover set ${column} = ${column}`);
			expect(() => change.run(), column).toThrow('accepted once');
		}
	});
});

function form(facts: Partial<ChangeHolderCommand> = {}): ChangeHolderCommand {
	return {
		version: 1,
		submissionKey: aKey(),
		successor: { kind: 'name', name: 'Kim Poe' },
		fromDay: plainDate('2026-03-02'),
		reason: 'Alex Doe has moved to another force',
		...facts
	};
}

function change(to: Successor, facts: { fromDay?: string; version?: number } = {}): Promise<void> {
	const { fromDay = '2026-03-02', version = 1 } = facts;
	const command = form({ successor: to, fromDay: plainDate(fromDay), version });
	return changeHolder(app, lead, { organisation: 'KENT', post: scene.kentPost }, command);
}

function accept(actor: Actor, facts: { note?: string; version?: number } = {}): Promise<void> {
	const name = { organisation: 'KENT', post: scene.kentPost };
	return acceptHandover(app, actor, name, { version: 3, submissionKey: aKey(), ...facts });
}

function holders() {
	return rowsOf(app, 'post_holder').filter((row) => row.post_id === scene.kentPost);
}
