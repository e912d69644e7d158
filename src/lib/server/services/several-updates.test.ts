import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, expect, test } from 'vitest';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	BLIND,
	openScene,
	ROLE_NAMES,
	stage,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { can } from '#lib/domain/policy.ts';
import { readDraft } from '../reads/draft.ts';
import { saveDraft } from './drafts.ts';
import { addUpdate, addUpdates, checkUpdates, type SeveralUpdates } from './progress-updates.ts';

let app: TestApp;
let scene: Scene;
let contributor: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	contributor = scene.people['own contributor'];
});

test('one narrative is published on each, with an entry of the trail for each, and moves none', async () => {
	const staged = await stageSeveral(3);
	await several(staged, { narrative: HOSTILE_TEXTS.markup!, confidence: 'feasible' });
	expect(rowsOf(app, 'progress_update')).toMatchObject(
		staged.map(({ id }) => ({
			assignment_id: id,
			narrative: HOSTILE_TEXTS.markup,
			confidence: 'feasible',
			actor_id: contributor.personId
		}))
	);
	expect(rowsOf(app, 'assignment')).toMatchObject(
		staged.map(() => ({ status: 'not-started', version: 2, last_reported_on: '2026-03-02' }))
	);
	expect(rowsOf(app, 'audit_entry').map(({ sentence }) => sentence)).toEqual(
		[1, 2, 3].map((n) => `${contributor.name} gave a progress update on OIC-${n} for Kent Police.`)
	);
});

test.each(ROLE_NAMES)(
	'%s may exactly where the policy lets them give a single one',
	async (role) => {
		const staged = await stageSeveral(2);
		const before = databaseImage(app);
		const actor = scene.people[role];
		const outcome = await outcomeOf(several(staged, {}, actor));
		const may = can(actor, 'add-update', { organisationId: scene.kent });
		expect(outcome).toBe(BLIND.includes(role) ? 'not-found' : may ? 'done' : 'not-allowed');
		if (!may) expect(databaseImage(app)).toBe(before);
	}
);

test('where one changed or was closed meanwhile nothing is published, and each of them is named', async () => {
	const [first, second] = await stageSeveral(2);
	const closed = await stage(app, scene, 'confirmed', 3);
	const stamp = { version: 1, submissionKey: 'first' };
	await addUpdate(app, contributor, second!, { ...stamp, narrative: 'Quicker' });
	const before = databaseImage(app);
	expect(await refusalOf(several([first!, second!, closed]))).toMatchObject({
		code: 'several-changed',
		facts: {
			changed: [
				{
					reference: 'OIC-2',
					sentence: `${contributor.name} gave a progress update on OIC-2 for Kent Police.`
				},
				{ reference: 'OIC-3', sentence: null }
			]
		}
	});
	expect(databaseImage(app)).toBe(before);
});

test('the check counts what would be left alone, changes nothing, and what it leaves is published', async () => {
	const staged = await stageSeveral(3);
	const closed = await stage(app, scene, 'confirmed', 4);
	const stamp = { version: 1, submissionKey: 'first' };
	await addUpdate(app, contributor, staged[1]!, { ...stamp, narrative: 'Quicker' });
	const before = databaseImage(app);
	const leftAlone = await check([...staged, closed]);
	expect(leftAlone.map(({ reference }) => reference)).toEqual(['OIC-2', 'OIC-4']);
	expect(databaseImage(app)).toBe(before);
	await several([staged[0]!, staged[2]!]);
	expect(rowsOf(app, 'progress_update')).toHaveLength(3);
	expect(await outcomeOf(check([staged[1]!]))).toBe('already-submitted');
});

test('the check refuses what publishing would refuse, also when all would be left alone', async () => {
	const closed = await stage(app, scene, 'confirmed', 3);
	const theirs = await stage(app, scene, 'in-progress', 9, scene.essex);
	const before = databaseImage(app);
	expect(await outcomeOf(check([closed]))).toBe('several-changed');
	expect(await outcomeOf(check([theirs]))).toBe('not-found');
	expect(await outcomeOf(check([]))).toBe('assignment-needed');
	for (const role of ROLE_NAMES) {
		const actor = scene.people[role];
		const own = await outcomeOf(check([closed], actor));
		expect([role, own]).toEqual([role, await outcomeOf(several([closed], {}, actor))]);
	}
	expect(databaseImage(app)).toBe(before);
});

test('a draft of a single update stays where it is', async () => {
	const [first] = await stageSeveral(1);
	const name = { ...first!, kind: 'update' as const, action: 'add-update' as const };
	await saveDraft(app, contributor, name, { typed: { narrative: 'Longer' }, version: 0 });
	await several([first!]);
	expect(rowsOf(app, 'draft')).toHaveLength(1);
});

test('publishing takes its own draft away, but not what another tab saved since', async () => {
	const [first, second] = await stageSeveral(2);
	const name = { organisation: 'KENT', kind: 'several' as const, action: 'add-update' as const };
	const typed = { narrative: 'Officers were', assignment: ['OIC-1:1'] };
	const saved = await saveDraft(app, contributor, name, { typed, version: 0 });
	expect(await readDraft(app, contributor, name)).toMatchObject({ typed });
	expect(await readDraft(app, scene.people['own lead'], name)).toBeNull();
	await several([first!], { draftVersion: saved.version - 1 });
	expect(rowsOf(app, 'draft')).toHaveLength(1);
	await several([second!], { draftVersion: saved.version, submissionKey: 'again' });
	expect(rowsOf(app, 'draft')).toEqual([]);
});

test.each(ROLE_NAMES)('%s keeps such a draft exactly where they may publish', async (role) => {
	const name = { organisation: 'KENT', kind: 'several' as const, action: 'add-update' as const };
	const actor = scene.people[role];
	const may = can(actor, 'add-update', { organisationId: scene.kent });
	const saving = saveDraft(app, actor, name, { typed: { narrative: 'x' }, version: 0 });
	const expected = may ? 'done' : BLIND.includes(role) ? 'not-found' : 'not-allowed';
	expect(await outcomeOf(saving)).toBe(expected);
	expect(await outcomeOf(readDraft(app, actor, name))).toBe(expected);
});

test("another body's assignment is not there, and the body's own are left as they were", async () => {
	const own = await stageSeveral(2);
	const theirs = await stage(app, scene, 'in-progress', 9, scene.essex);
	const before = databaseImage(app);
	expect(await outcomeOf(several([...own, theirs]))).toBe('not-found');
	expect(await outcomeOf(several(own, {}, contributor, 'ESSEX'))).toBe('not-found');
	expect(databaseImage(app)).toBe(before);
});

test('sent twice, even at once and with another selection, it is carried out once', async () => {
	const staged = await stageSeveral(3);
	const outcomes = await Promise.all([
		outcomeOf(several(staged.slice(0, 2))),
		outcomeOf(several(staged.slice(0, 2))),
		outcomeOf(several(staged))
	]);
	expect(outcomes).toEqual(['done', 'already-submitted', 'already-submitted']);
	expect(rowsOf(app, 'progress_update')).toHaveLength(2);
});

test('none and more than fifty are refused before anything is looked at', async () => {
	const { reference } = (await stageSeveral(1))[0]!;
	const many = (length: number) => Array.from({ length }, () => ({ reference, version: 1 }));
	for (const [length, code] of [
		[0, 'assignment-needed'],
		[51, 'too-many-assignments']
	] as const) {
		const said = { narrative: 'x', submissionKey: 'many', assignments: many(length) };
		expect(await refusalOf(addUpdates(app, contributor, 'KENT', said))).toMatchObject({
			code,
			field: 'assignment'
		});
	}
});

async function stageSeveral(count: number): Promise<Staged[]> {
	const staged = [];
	for (let number = 1; number <= count; number += 1) {
		staged.push(await stage(app, scene, 'not-started', number));
	}
	return staged;
}

function check(staged: readonly Staged[], actor = contributor) {
	return checkUpdates(app, actor, 'KENT', commandFor(staged));
}

function several(
	staged: readonly Staged[],
	said: Partial<SeveralUpdates> = {},
	actor = contributor,
	organisation = 'KENT'
) {
	return addUpdates(app, actor, organisation, { ...commandFor(staged), ...said });
}

function commandFor(staged: readonly Staged[]): SeveralUpdates {
	return {
		assignments: staged.map(({ reference }) => ({ reference, version: 1 })),
		narrative: 'Officers were briefed',
		submissionKey: 'several'
	};
}
