import { createHash } from 'node:crypto';
import { readPackCode } from '#lib/domain/board-pack.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, expect, test } from 'vitest';
import { aPack, aPackForm, anIssuedPack } from '../../../../tests/support/board-pack.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { issueBoardPack } from '../exchange/board-pack.ts';
import { listBoardPacks, readPack } from '../reads/board-packs.ts';
import { issuePack } from './issue-pack.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
});

const issue = (key: string, by = scene.people.inspector) =>
	issueBoardPack(app, by, key, aPackForm(app, key));

test('freezes number, code, snapshot, hash and file, told in the trail', async () => {
	const { inspector } = scene.people;
	const key = await aPack(app, inspector);
	await issue(key);
	const stored = lastRowOf(app, 'board_pack_issue');
	expect(stored).toMatchObject({ number: 1, organisation_id: null, on_day: '2026-03-02' });
	expect(readPackCode(String(stored.code))).toBe(stored.code);
	const snapshot = String(stored.snapshot);
	expect(stored.content_hash).toBe(createHash('sha256').update(snapshot).digest('hex'));
	expect(JSON.parse(snapshot).paper).toMatchObject({ title: 'Board pack 1', code: stored.code });
	expect(await app.files.verify(String(stored.pdf_sha256))).toBe('intact');
	expect(lastRowOf(app, 'stored_file')).toMatchObject({
		sha256: stored.pdf_sha256,
		media_type: 'application/pdf'
	});
	expect(lastRowOf(app, 'audit_entry').sentence).toBe(
		`${inspector.name} issued board pack 1 of OIC for “National Policing Board”, with the register as at 2 March 2026, code ${String(stored.code)}.`
	);
});

test.each(ROLE_NAMES)('%s: issues only what they may prepare', async (role) => {
	const actor = scene.people[role];
	const national = await aPack(app, scene.people.inspector);
	const own = await aPack(app, scene.people['own lead'], { organisation: 'KENT' });
	const seen = async (key: string) => (await outcomeOf(readPack(app, actor, key))) === 'done';
	for (const key of [national, own]) {
		const may = await seen(key);
		const before = databaseImage(app);
		expect(await outcomeOf(issue(key, actor))).toBe(may ? 'done' : 'not-found');
		if (!may) expect(databaseImage(app)).toBe(before);
	}
});

test('numbers count in each series by itself, and a later pack takes the place of the earlier', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	const first = await anIssuedPack(app, inspector);
	const second = await anIssuedPack(app, inspector);
	await anIssuedPack(app, lead, { organisation: 'KENT' });
	expect(rowsOf(app, 'board_pack_issue').map(({ number }) => number)).toEqual([1, 2, 1]);
	expect((await readPack(app, inspector, first)).supersededBy).toBe(2);
	expect((await readPack(app, inspector, second)).supersededBy).toBeNull();
	const { rows } = await listBoardPacks(app, scene.people['inspector and own lead'], 1);
	const issued = rows.filter(({ number }) => number !== null);
	expect(issued.map(({ number, supersededBy }) => [number, supersededBy])).toEqual([
		[1, null],
		[2, null],
		[1, 2]
	]);
	const sentences = rowsOf(app, 'audit_entry').map(({ sentence }) => String(sentence));
	expect(sentences.some((sentence) => sentence.endsWith('in place of pack 1.'))).toBe(true);
});

test('twice, stale, put aside or of a day before the last pack: refused, and nothing is stored', async () => {
	const { inspector } = scene.people;
	const key = await anIssuedPack(app, inspector);
	const early = await aPack(app, inspector, { asAt: plainDate('2026-03-02') });
	app.goTo('2026-03-05');
	await anIssuedPack(app, inspector, { asAt: plainDate('2026-03-04') });
	const draft = await aPack(app, inspector, { asAt: plainDate('2026-03-05') });
	const before = databaseImage(app);
	expect(await outcomeOf(issue(key))).toBe('pack-issued');
	expect(await outcomeOf(issue(early))).toBe('pack-before-last');
	const stale = { ...aPackForm(app, draft), version: 9 };
	expect(await outcomeOf(issueBoardPack(app, inspector, draft, stale))).toBe('stale');
	expect(databaseImage(app)).toBe(before);
});

test('two who issue the same pack at once issue it once; two packs at once get two numbers', async () => {
	const { inspector, 'inspector and own lead': other } = scene.people;
	const key = await aPack(app, inspector);
	const form = aPackForm(app, key);
	const both = [inspector, other].map((actor) =>
		outcomeOf(
			issueBoardPack(app, actor, key, {
				...form,
				submissionKey: `${form.submissionKey}-${actor.personId}`
			})
		)
	);
	expect((await Promise.all(both)).toSorted()).toEqual(['done', 'pack-issued']);
	const [one, two] = [await aPack(app, inspector), await aPack(app, other)];
	const outcomes = await Promise.all([outcomeOf(issue(one)), outcomeOf(issue(two, other))]);
	expect(outcomes).toEqual(['done', 'done']);
	expect(rowsOf(app, 'board_pack_issue').map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('a register whose movement does not add up issues no pack', async () => {
	const { inspector } = scene.people;
	const key = await aPack(app, inspector);
	rawConnection(app).exec("update assignment set status = 'confirmed'");
	const before = databaseImage(app);
	expect(await outcomeOf(issue(key))).toBe('movement-unsound');
	expect(databaseImage(app)).toBe(before);
});

test('what changed since the pack was put together makes it overtaken', async () => {
	const { inspector } = scene.people;
	const key = await aPack(app, inspector);
	const printed = {
		...{ number: 1, code: 'CDFG-3467', snapshot: '{}', movements: [] },
		pdf: { sha256: 'ab'.repeat(32), bytes: 1 }
	};
	const before = databaseImage(app);
	const work = (more: { number?: number; trailEnd: number | null }) =>
		issuePack(app, inspector, key, aPackForm(app, key), { ...printed, ...more });
	expect(await outcomeOf(work({ trailEnd: 0 }))).toBe('pack-overtaken');
	expect(await outcomeOf(work({ number: 2, trailEnd: null }))).toBe('pack-overtaken');
	expect(databaseImage(app)).toBe(before);
});
