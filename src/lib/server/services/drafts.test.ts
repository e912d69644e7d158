import type { Actor } from '#lib/domain/actor.ts';
import { DRAFT_MAX, NO_DRAFT, type DraftTyped } from '#lib/domain/draft.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	allRows,
	changedTables,
	databaseImage,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
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
import { discardDraft, saveDraft } from './drafts.ts';
import { addUpdate } from './progress-updates.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
	lead = scene.people['own lead'];
});

test('what was typed comes back as it was typed, with when it was saved', async () => {
	const typed = { narrative: 'Half a sen', confidence: 'probable', 'nextMilestoneOn-day': '3x' };
	const saved = await save(typed);
	expect(await stored()).toEqual({ typed, ...saved });
	expect(saved.savedAt).toBe(app.clock.now());
});

test.each(Object.entries(HOSTILE_TEXTS))('%s comes back as typed', async (_, text) => {
	await save({ narrative: text, [text.slice(0, 50)]: text });
	expect((await stored())?.typed).toEqual({ narrative: text, [text.slice(0, 50)]: text });
});

test('saving is no change of the register: the trail, the version and everybody else know nothing of it', async () => {
	const before = allRows(app);
	await save({ narrative: 'Half a sen' });
	expect(changedTables(before, allRows(app))).toEqual(['draft']);
});

test('each assignment, and each correction, has a draft of its own', async () => {
	const other = await stage(app, scene, 'in-progress', 8);
	await save({ narrative: 'of the first' });
	await saveDraft(app, lead, named(other), { typed: { narrative: 'of the other' }, version: 0 });
	await saveDraft(
		app,
		lead,
		{ ...named(staged), kind: 'correction-5' },
		{ typed: { narrative: 'of a correction' }, version: 0 }
	);
	expect((await stored())?.typed).toEqual({ narrative: 'of the first' });
	expect(rowsOf(app, 'draft')).toHaveLength(3);
});

describe('two tabs', () => {
	test('each of which saves on from its own version keep one draft in order', async () => {
		const first = await save({ narrative: 'a' });
		const second = await save({ narrative: 'ab' }, first.version);
		expect(second.version).toBeGreaterThan(first.version);
		expect((await stored())?.typed).toEqual({ narrative: 'ab' });
	});

	test('of which the other saved since: it is told since when, and nothing is overwritten', async () => {
		const { version } = await save({ narrative: 'a' });
		app.goTo('2026-03-03');
		const newer = await save({ narrative: 'a, in the other tab' }, version);
		const before = databaseImage(app);
		const refusal = await refusalOf(save({ narrative: 'a, in this tab' }, version));
		expect(refusal).toMatchObject({ code: 'draft-elsewhere', facts: newer });
		expect(databaseImage(app)).toBe(before);
	});

	test('of which one began empty, and the other had a draft by then', async () => {
		await save({ narrative: 'theirs' });
		expect(await outcomeOf(save({ narrative: 'mine' }, NO_DRAFT))).toBe('draft-elsewhere');
	});

	test('that say the same are no conflict', async () => {
		const { version } = await save({ narrative: 'a' });
		const newer = await save({ narrative: 'ab' }, version);
		expect(await save({ narrative: 'ab' }, version)).toEqual(newer);
	});

	test('of which one discarded the draft: the other is told, and can begin it again', async () => {
		const { version } = await save({ narrative: 'a' });
		await discardDraft(app, lead, named(staged), version);
		const refusal = await refusalOf(save({ narrative: 'ab' }, version));
		expect(refusal).toMatchObject({ facts: { version: NO_DRAFT, savedAt: null } });
		await save({ narrative: 'ab' }, version, NO_DRAFT);
		expect((await stored())?.typed).toEqual({ narrative: 'ab' });
	});

	test('of which one has been told and lets the other go, once', async () => {
		const { version } = await save({ narrative: 'a' });
		const newer = await save({ narrative: 'other' }, version);
		await save({ narrative: 'mine' }, version, newer.version);
		expect((await stored())?.typed).toEqual({ narrative: 'mine' });
		const again = save({ narrative: 'mine again' }, version, newer.version);
		expect(await outcomeOf(again)).toBe('draft-elsewhere');
	});

	test('of which the other saved since cannot have that draft discarded from here', async () => {
		const { version } = await save({ narrative: 'a' });
		await save({ narrative: 'ab' }, version);
		expect(await outcomeOf(discardDraft(app, lead, named(staged), version))).toBe(
			'draft-elsewhere'
		);
		expect((await stored())?.typed).toEqual({ narrative: 'ab' });
	});
});

describe('publishing', () => {
	test('takes the draft away in the same transaction', async () => {
		const { version } = await save({ narrative: 'Done' });
		await publish({ draftVersion: version });
		expect(rowsOf(app, 'draft')).toEqual([]);
	});

	test('that is refused keeps it', async () => {
		const { version } = await save({ narrative: 'Done' });
		const form = await aForm(app, staged);
		const stale = { ...form, version: form.version + 1, narrative: 'Done', draftVersion: version };
		expect(await outcomeOf(addUpdate(app, lead, staged, stale))).toBe('stale');
		expect((await stored())?.typed).toEqual({ narrative: 'Done' });
	});

	test('that fails keeps it', async () => {
		const { version } = await save({ narrative: 'Done' });
		const raw = rawConnection(app);
		raw.exec(
			`create trigger broken before insert on audit_entry begin select raise(abort, 'full'); end`
		);
		await expect(publish({ draftVersion: version })).rejects.toThrow();
		raw.exec('drop trigger broken');
		expect((await stored())?.typed).toEqual({ narrative: 'Done' });
	});

	test('leaves what another tab saved since: nobody has read that', async () => {
		const { version } = await save({ narrative: 'Done' });
		await save({ narrative: 'Done, and more in the other tab' }, version);
		await publish({ draftVersion: version });
		expect((await stored())?.typed).toEqual({ narrative: 'Done, and more in the other tab' });
	});

	test('a correction takes the draft of that correction and no other', async () => {
		const { version } = await save({ narrative: 'A new update' });
		await publish({});
		const [update] = rowsOf(app, 'progress_update');
		const id = Number(update!.id);
		await saveDraft(
			app,
			lead,
			{ ...named(staged), kind: `correction-${id}` },
			{ typed: { narrative: 'Mended' }, version: 0 }
		);
		await publish({ correctsId: id, draftVersion: version + 1 });
		expect(rowsOf(app, 'draft').map((row) => row.form)).toEqual([`update:${staged.id}`]);
	});
});

describe('a draft is its writer’s alone', () => {
	test.each(ROLE_NAMES.filter((role) => role !== 'own lead'))('%s never gets it', async (role) => {
		await save({ narrative: 'Not for anybody yet' });
		const other = scene.people[role];
		const outcome = await outcomeOf(
			readDraft(app, other, named(staged)).then((draft) => expect(draft).toBeNull())
		);
		expect(outcome).toBe(expected(role));
		await outcomeOf(discardDraft(app, other, named(staged), Number.MAX_SAFE_INTEGER));
		expect((await stored())?.typed).toEqual({ narrative: 'Not for anybody yet' });
	});

	test.each(ROLE_NAMES)('%s can keep one only with the right to publish', async (role) => {
		const before = databaseImage(app);
		const outcome = await outcomeOf(
			saveDraft(app, scene.people[role], named(staged), { typed: { narrative: 'x' }, version: 0 })
		);
		expect(outcome).toBe(expected(role));
		if (outcome !== 'done') expect(databaseImage(app)).toBe(before);
	});

	test('whoever loses the right does not see it again, and gets it back with the right', async () => {
		await save({ narrative: 'Half a sen' });
		const observer: Actor = { ...lead, roles: [{ role: 'observer', organisationId: scene.kent }] };
		const stranger = await aPerson(app);
		expect(await outcomeOf(readDraft(app, observer, named(staged)))).toBe('not-allowed');
		expect(await outcomeOf(readDraft(app, { ...lead, roles: [] }, named(staged)))).toBe(
			'not-found'
		);
		expect(await outcomeOf(readDraft(app, stranger, named(staged)))).toBe('not-found');
		expect((await stored())?.typed).toEqual({ narrative: 'Half a sen' });
	});
});

test('more than a draft may hold is refused and the last one stays', async () => {
	const { version } = await save({ narrative: 'a' });
	const tooMuch = { narrative: 'x'.repeat(DRAFT_MAX) };
	expect(await outcomeOf(save(tooMuch, version))).toBe('draft-too-large');
	expect((await stored())?.typed).toEqual({ narrative: 'a' });
});

test('a narrative of the greatest length that may be published can be kept, and a longer one too', async () => {
	await save({ narrative: 'ŵ'.repeat(20_000) });
	expect((await stored())?.typed).toEqual({ narrative: 'ŵ'.repeat(20_000) });
});

function expected(role: (typeof ROLE_NAMES)[number]): string {
	if (BLIND.includes(role)) return 'not-found';
	const mayUpdate = can(scene.people[role], 'add-update', { organisationId: scene.kent });
	return mayUpdate ? 'done' : 'not-allowed';
}

function named({ reference, organisation }: Staged) {
	return { reference, organisation, kind: 'update', action: 'add-update' } as const;
}

function save(typed: DraftTyped, version = NO_DRAFT, replaces?: number) {
	return saveDraft(app, lead, named(staged), { typed, version, replaces });
}

function stored() {
	return readDraft(app, lead, named(staged));
}

async function publish(said: { draftVersion?: number; correctsId?: number }): Promise<void> {
	const form = await aForm(app, staged);
	await addUpdate(app, lead, staged, { ...form, narrative: 'Done', ...said });
}
