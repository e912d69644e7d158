import type { SampleOutcome, SamplingMethod } from '#lib/domain/sampling.ts';
import { standingSentences } from '#lib/wording/samples.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey, anItemOfEvidence } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { can } from '#lib/domain/policy.ts';
import { readSample } from '../reads/sample.ts';
import { listSamples, readSampleForm } from '../reads/samples.ts';
import { drawClaims, recordOutcome } from './samples.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	for (let number = 1; number <= 8; number += 1)
		await stage(app, scene, 'reported-complete', number);
});

describe('drawing', () => {
	test('keeps the seed and what was drawn from, and the same seed draws the same', async () => {
		const key = await draw(5);
		const sample = await read(key);
		expect(sample).toMatchObject({ size: 5, populationSize: 8, isSameAgain: true });
		expect(sample.seed).toMatch(/^[0-9a-f]{32}$/);
		expect(new Set(sample.items.map(({ reference }) => reference)).size).toBe(5);
		const stored = lastRowOf(app, 'sample_draw');
		expect(JSON.parse(String(stored.population))).toHaveLength(8);
	});

	test('takes only claims that wait now, of the inspection or of one recommendation', async () => {
		await stage(app, scene, 'in-progress', 20);
		await stage(app, scene, 'confirmed', 21);
		expect((await read(await draw(8))).populationSize).toBe(8);
		const essex = await stage(app, scene, 'reported-complete', 3, scene.essex);
		const sample = await read(await draw(2, { from: 'OIC-3' }));
		expect(sample.items.map(({ organisationCode }) => organisationCode).toSorted()).toEqual([
			'ESSEX',
			'KENT'
		]);
		expect(sample.items.every(({ reference }) => reference === essex.reference)).toBe(true);
	});

	test('weighs what makes a claim risky, and keeps the weights', async () => {
		const late = await stage(app, scene, 'in-progress', 30);
		await anItemOfEvidence(app, late, scene.claimant);
		await claim(late);
		await returnIt(late);
		await claim(late);
		await draw(1, { method: 'weighted-by-risk', from: 'OIC-30' });
		expect(JSON.parse(String(lastRowOf(app, 'sample_draw').population))[0][1]).toBe(3);
	});

	test('sent twice, draws once; nothing is drawn from nothing, or more than there is', async () => {
		const submissionKey = aKey();
		const drawn = rowsOf(app, 'sample_draw').length;
		const twice = [draw(3, { submissionKey }), draw(3, { submissionKey })];
		expect((await Promise.all(twice.map(outcomeOf))).toSorted()).toEqual([
			'already-submitted',
			'done'
		]);
		expect(rowsOf(app, 'sample_draw')).toHaveLength(drawn + 1);
		await stage(app, scene, 'in-progress', 40);
		const before = databaseImage(app);
		expect(await outcomeOf(draw(9))).toBe('sample-too-large');
		expect(await outcomeOf(draw(1, { from: 'OIC-40' }))).toBe('nothing-to-draw-from');
		for (const from of ['OIC-99', 'XYZ', "OIC'; --", '']) {
			expect(await outcomeOf(draw(1, { from })), from).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});

	test('is told in the trail, with its seed', async () => {
		await draw(5);
		const { seed } = lastRowOf(app, 'sample_draw');
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			assignment_id: null,
			organisation_id: null,
			sentence: `${scene.people.inspector.name} drew 5 claims of 8 for checking, from OIC, at random, with the seed ${String(seed)}.`
		});
	});

	test.each(ROLE_NAMES)(
		'%s draws, records and reads exactly where the policy says so',
		async (role) => {
			const actor = scene.people[role];
			const key = await draw(3);
			const before = databaseImage(app);
			const expected = can(actor, 'draw-sample') ? 'done' : 'not-allowed';
			expect(await outcomeOf(readSample(app, actor, key))).toBe(expected);
			expect(await outcomeOf(listSamples(app, actor, 1))).toBe(expected);
			expect(databaseImage(app)).toBe(before);
			expect(await outcomeOf(check(key, 1, 'upheld', { by: role }))).toBe(expected);
			expect(await outcomeOf(draw(2, { by: role }))).toBe(expected);
			if (expected !== 'done') expect(databaseImage(app)).toBe(before);
		}
	);
});

describe('the outcome of a check', () => {
	test('makes the sentence once every claim has one, and a failure makes another', async () => {
		const key = await draw(5);
		for (let position = 1; position <= 4; position += 1) await check(key, position, 'upheld');
		expect((await read(key)).standing.atLeast).toBeNull();
		await check(key, 5, 'upheld');
		expect(await sentencesOf(key)).toEqual([
			'5 of 8 checked, all upheld: at least 6 of 8 are genuine, 95% confidence.'
		]);
		await check(key, 5, 'not-upheld', { version: await versionOf() });
		expect(await sentencesOf(key)).toEqual([
			'5 of 8 checked, 4 upheld and 1 not upheld: at least 4 of 8 are genuine, 95% confidence.'
		]);
		expect(rowsOf(app, 'sample_outcome')).toHaveLength(6);
	});

	test('could not be checked is left out, and said', async () => {
		const key = await draw(3);
		await check(key, 1, 'could-not-check');
		await check(key, 2, 'upheld');
		await check(key, 3, 'upheld');
		expect(await sentencesOf(key)).toEqual([
			'2 of 8 checked, all upheld: at least 3 of 8 are genuine, 95% confidence.',
			'1 of the 3 drawn could not be checked and is left out: the figure holds if it is no different from the rest.'
		]);
	});

	test('of a draw weighted by risk says nothing of what was not drawn', async () => {
		const key = await draw(2, { method: 'weighted-by-risk' });
		await check(key, 1, 'upheld');
		await check(key, 2, 'upheld');
		expect(await sentencesOf(key)).toEqual([
			'2 of 8 checked, all upheld.',
			'The draw favoured claims at risk, so no figure for all 8 follows from it.'
		]);
	});

	test('is not recorded by whoever made the claim, whatever roles they hold', async () => {
		const both = await aPerson(app, 'inspector', ['lead', scene.kent]);
		const own = await stage(app, scene, 'in-progress', 50);
		await claim(own, both);
		const key = await draw(1, { from: 'OIC-50' });
		const before = databaseImage(app);
		const stamp = { version: 0, submissionKey: aKey() };
		const attempt = recordOutcome(app, both, key, 1, { ...stamp, outcome: 'upheld' });
		expect(await outcomeOf(attempt)).toBe('claimant-cannot-check');
		expect(databaseImage(app)).toBe(before);
	});

	test.each(['not-upheld', 'could-not-check'] as const)('%s needs a reason', async (outcome) => {
		const key = await draw(1);
		const refusal = await refusalOf(check(key, 1, outcome, { reason: ' \u200b' }));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	});

	test('two inspectors at once: one is recorded, the other is told', async () => {
		const key = await draw(1);
		const both = [check(key, 1, 'upheld'), check(key, 1, 'not-upheld')];
		expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(['done', 'stale']);
		expect(rowsOf(app, 'sample_outcome')).toHaveLength(1);
	});

	test('is not there for a sample or a claim that is not', async () => {
		const key = await draw(1);
		const before = databaseImage(app);
		for (const [other, position] of [
			['nokey', 1],
			[key, 2],
			[key, 0]
		] as const) {
			expect(await outcomeOf(check(other, position, 'upheld'))).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('keeps %s as it was typed', async (_, text) => {
		const key = await draw(1);
		await check(key, 1, 'not-upheld', { reason: text });
		expect(lastRowOf(app, 'sample_outcome').reason).toBe(text.trim().toWellFormed());
		expect(String(lastRowOf(app, 'audit_entry').sentence)).not.toContain(text);
	});

	test('decides nothing about the assignment', async () => {
		const before = rowsOf(app, 'assignment');
		await check(await draw(1), 1, 'not-upheld');
		expect(rowsOf(app, 'assignment')).toEqual(before);
	});
});

test('the form says what a size would tell before anything is drawn', async () => {
	for (let number = 9; number <= 43; number += 1)
		await stage(app, scene, 'reported-complete', number);
	const actor = scene.people.inspector;
	const form = await readSampleForm(app, actor, { from: 'OIC', size: 12, method: 'random' });
	expect(form).toMatchObject({ population: 43, planned: { size: 12, atLeast: 35 } });
	expect(form.sizes.at(-1)).toEqual({ size: 43, atLeast: 43 });
	const weighted = { from: 'OIC', size: 12, method: 'weighted-by-risk' as const };
	expect((await readSampleForm(app, actor, weighted)).planned).toEqual({ size: 12, atLeast: null });
});

type RoleName = (typeof ROLE_NAMES)[number];

function draw(
	size: number,
	more: {
		by?: RoleName;
		from?: string;
		method?: SamplingMethod;
		submissionKey?: string;
	} = {}
) {
	const { by = 'inspector', from = 'OIC', method = 'random', submissionKey = aKey() } = more;
	return drawClaims(app, scene.people[by], { from, size, method, submissionKey });
}

function check(
	key: string,
	position: number,
	outcome: SampleOutcome,
	more: { by?: RoleName; version?: number; reason?: string } = {}
) {
	const { by = 'inspector', version = 0, reason = 'What I saw' } = more;
	const command = { outcome, reason, version, submissionKey: aKey() };
	return recordOutcome(app, scene.people[by], key, position, command);
}

async function versionOf() {
	return Number(lastRowOf(app, 'sample_outcome').id);
}

const read = (key: string) => readSample(app, scene.people.inspector, key);
const sentencesOf = async (key: string) => standingSentences((await read(key)).standing);

async function claim(staged: Awaited<ReturnType<typeof stage>>, by = scene.people['own lead']) {
	const form = await aForm(app, staged);
	await makeMove(app, by, staged, { ...form, verb: 'report-complete', statement: 'All done' });
}

async function returnIt(staged: Awaited<ReturnType<typeof stage>>) {
	const form = await aForm(app, staged);
	const { inspector } = scene.people;
	await makeMove(app, inspector, staged, { ...form, verb: 'return', reason: 'Not all of it' });
}
