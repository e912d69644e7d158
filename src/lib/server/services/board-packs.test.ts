import { can } from '#lib/domain/policy.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPack, aPackForm, anIssuedPack } from '../../../../tests/support/board-pack.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readPack } from '../reads/board-packs.ts';
import { changePack, commentOnException, dropPack, type PackStatement } from './board-packs.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

const SAID: PackStatement = {
	meeting: 'Board',
	meetingOn: plainDate('2026-04-01'),
	asAt: plainDate('2026-03-02'),
	purpose: 'decision',
	marking: 'official'
};

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

describe('preparing', () => {
	test.each(ROLE_NAMES)(
		'%s: of the whole inspection, and of their own body, by right alone',
		async (role) => {
			const actor = scene.people[role];
			const organisationId = scene.kent;
			const isSeen = can(actor, 'read-organisation', { organisationId });
			for (const [organisation, may] of [
				[undefined, can(actor, 'prepare-national-pack')],
				['KENT', can(actor, 'prepare-own-pack', { organisationId })]
			] as const) {
				const before = databaseImage(app);
				const outcome = await outcomeOf(aPack(app, actor, { organisation }));
				const refused = organisation !== undefined && !isSeen ? 'not-found' : 'not-allowed';
				expect(outcome, String(organisation)).toBe(may ? 'done' : refused);
				if (!may) expect(databaseImage(app)).toBe(before);
			}
		}
	);

	test('is told in the trail, with its body where it has one', async () => {
		const lead = scene.people['own lead'];
		await aPack(app, lead, { organisation: 'KENT' });
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			organisation_id: scene.kent,
			sentence: `${lead.name} began a board pack of OIC for Kent Police for “National Policing Board” on 20 March 2026, with the register as at 2 March 2026.`
		});
	});

	test('not of a day to come, nor of an inspection that there is not; sent twice, once', async () => {
		const { inspector } = scene.people;
		const before = databaseImage(app);
		const future = refusalOf(aPack(app, inspector, { asAt: plainDate('2026-03-03') }));
		expect(await future).toMatchObject({ code: 'as-at-after-today', field: 'asAt' });
		expect(await outcomeOf(aPack(app, inspector, { inspection: 'XYZ' }))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
		const drafts = rowsOf(app, 'board_pack').length;
		const submissionKey = aKey();
		const twice = [1, 2].map(() => outcomeOf(aPack(app, inspector, { submissionKey })));
		expect((await Promise.all(twice)).toSorted()).toEqual(['already-submitted', 'done']);
		expect(rowsOf(app, 'board_pack')).toHaveLength(drafts + 1);
	});

	test.each(Object.entries(HOSTILE_TEXTS))(
		'keeps what was typed as it is: %s',
		async (_name, text) => {
			const key = await aPack(app, scene.people.inspector, { meeting: text, asks: text });
			const stored = lastRowOf(app, 'board_pack');
			expect(stored.key).toBe(key);
			expect([stored.meeting, stored.asks]).toEqual([
				text.toWellFormed(),
				text.trim().toWellFormed()
			]);
		}
	);
});

describe('changing', () => {
	test.each(ROLE_NAMES)(
		'%s: only whoever may prepare it, and who may not see it is told nothing',
		async (role) => {
			const key = await aPack(app, scene.people['own lead'], { organisation: 'KENT' });
			const actor = scene.people[role];
			const may = can(actor, 'prepare-own-pack', { organisationId: scene.kent });
			const before = databaseImage(app);
			const form = () => aPackForm(app, key);
			const works = [
				() => changePack(app, actor, key, { ...SAID, ...form() }),
				() => commentOnException(app, actor, key, staged, { ...form(), text: 'Soon' }),
				() => dropPack(app, actor, key, form())
			];
			for (const work of works) expect(await outcomeOf(work())).toBe(may ? 'done' : 'not-found');
			if (!may) expect(databaseImage(app)).toBe(before);
		}
	);

	test('from a page that was overtaken is refused with what changed', async () => {
		const { inspector } = scene.people;
		const key = await aPack(app, inspector);
		const old = aPackForm(app, key);
		await changePack(app, inspector, key, { ...SAID, ...aPackForm(app, key) });
		const refusal = await refusalOf(changePack(app, inspector, key, { ...SAID, ...old }));
		expect(refusal).toMatchObject({ code: 'stale', facts: { version: 2 } });
		expect(JSON.stringify(refusal.facts)).toContain('changed the draft board pack');
	});

	test('what was issued, or put aside, stays as it is', async () => {
		const { inspector } = scene.people;
		const issued = await anIssuedPack(app, inspector);
		const dropped = await aPack(app, inspector);
		await dropPack(app, inspector, dropped, aPackForm(app, dropped));
		const before = databaseImage(app);
		for (const [key, code] of [
			[issued, 'pack-issued'],
			[dropped, 'pack-dropped']
		] as const) {
			const form = aPackForm(app, key);
			expect(await outcomeOf(changePack(app, inspector, key, { ...SAID, ...form }))).toBe(code);
			expect(
				await outcomeOf(commentOnException(app, inspector, key, staged, { ...form, text: 'x' }))
			).toBe(code);
			expect(await outcomeOf(dropPack(app, inspector, key, form))).toBe(code);
		}
		expect(databaseImage(app)).toBe(before);
	});

	test('a comment is kept, replaced and taken back, and never about what is not in the pack', async () => {
		const lead = scene.people['inspector and own lead'];
		const key = await aPack(app, lead, { organisation: 'KENT' });
		const comment = (text: string, about: Staged = staged) =>
			commentOnException(app, lead, key, about, { ...aPackForm(app, key), text });
		await comment('One');
		await comment('Two');
		expect((await readPack(app, lead, key)).comments).toMatchObject([
			{ organisationCode: 'KENT', text: 'Two' }
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} commented on OIC-7 for Kent Police in the draft board pack of OIC for Kent Police for “National Policing Board”.`
		);
		const essex = await stage(app, scene, 'in-progress', 7, scene.essex);
		expect(await outcomeOf(comment('Theirs', essex))).toBe('not-found');
		await comment('  ');
		expect(rowsOf(app, 'board_pack_comment')).toEqual([]);
	});
});

describe('reading', () => {
	test.each(ROLE_NAMES)(
		'%s: drafts of whoever may prepare them, what was issued by right to read it',
		async (role) => {
			const actor = scene.people[role];
			const { inspector, 'own lead': lead } = scene.people;
			const national = [await aPack(app, inspector), await anIssuedPack(app, inspector)];
			const own = [
				await aPack(app, lead, { organisation: 'KENT' }),
				await anIssuedPack(app, lead, { organisation: 'KENT' })
			];
			const kent = { organisationId: scene.kent };
			const may = [
				can(actor, 'prepare-national-pack'),
				can(actor, 'read-pack'),
				can(actor, 'prepare-own-pack', kent),
				can(actor, 'read-pack', kent)
			];
			for (const [index, key] of [...national, ...own].entries()) {
				const outcome = await outcomeOf(readPack(app, actor, key));
				expect(outcome, String(index)).toBe(may[index] ? 'done' : 'not-found');
			}
		}
	);
});
