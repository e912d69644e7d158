import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { mailOf } from '../../../../tests/support/doors.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { acceptsWording, loadsWording } from '../../../../tests/support/wording-load.ts';
import { readWordingLoad } from '../reads/wording-loads.ts';
import { correctItem } from './wording-loads.ts';
import { offerAgain, putAside, sendBack } from './wording-turns.ts';

const NEW = {
	...{ code: 'NEW', title: 'An invented report', inspectorate: 'HMICFRS' },
	...{ publishedOn: plainDate('2026-01-05'), url: 'https://example.test/new', licence: 'OGL' }
};
const OF_NEW = { inspection: NEW, sourceText: 'R1 Within two months, Kent Police should begin.' };

let app: TestApp;
let scene: Scene;
let loader: Actor;
let checker: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	loader = scene.people.inspector;
	checker = await aPerson(app, 'inspector');
});

describe('sending back', () => {
	test('gives the wording to its loader, who corrects it and offers it again', async () => {
		const key = await loadsWording(app, loader);
		await back(key);
		expect(await acceptOutcome(key)).toBe('wording-sent-back');
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			sentence: `${checker.name} sent back the official wording of OIC to be corrected, loaded by ${loader.name}.`
		});
		expect((await mailOf(app))[0]).toMatchObject({
			to: loader.email,
			subject: 'Official wording of OIC sent back'
		});
		expect((await mailOf(app))[0]?.body).not.toContain('The day is another');
		await correctItem(app, loader, key, 1, { ...corrected(), ...(await stamp(key)) });
		await again(key);
		expect((await mailOf(app))[0]).toMatchObject({
			to: checker.email,
			subject: 'Official wording of OIC offered again'
		});
		const { turns, standing, may } = await readWordingLoad(app, checker, key);
		expect({ turns, standing, may }).toMatchObject({
			turns: [
				{ step: 'sent-back', actor: checker.name, note: 'The day is another' },
				{ step: 'offered', actor: loader.name, note: 'As printed now' }
			],
			standing: 'to-check',
			may: { accept: true, sendBack: true, offer: false }
		});
		await acceptsWording(app, checker, key);
		expect(await backOutcome(key)).toBe('wording-settled');
	});

	test.each(ROLE_NAMES)('%s may where the policy says so', async (role) => {
		const key = await loadsWording(app, await aPerson(app, 'administrator'));
		const before = databaseImage(app);
		const outcome = await backOutcome(key, scene.people[role]);
		expect(outcome).toBe(/inspector/.test(role) ? 'done' : 'not-allowed');
		if (outcome !== 'done') expect(databaseImage(app)).toBe(before);
	});

	test.each([
		['by whoever loaded it', (key: string) => back(key, loader), 'own-wording'],
		['without a reason', (key: string) => back(key, checker, ' \u200b'), 'reason-needed'],
		['of what nobody loaded', () => sent('none', 1), 'not-found'],
		['of what has changed since', (key: string) => sent(key, 7), 'stale'],
		['offered by somebody else', (key: string) => again(key, checker), 'not-the-loader'],
		['offered where it was not sent back', (key: string) => again(key), 'wording-not-sent-back']
	] as const)('%s is refused, and nothing is stored', async (_what, step, code) => {
		const key = await loadsWording(app, loader);
		const before = databaseImage(app);
		expect(await outcomeOf(step(key))).toBe(code);
		expect(databaseImage(app)).toBe(before);
	});

	test('is done once: a second submit, and a second checker, change nothing', async () => {
		const key = await loadsWording(app, loader);
		const command = { ...(await stamp(key)), reason: 'The day is another' };
		await sendBack(app, checker, key, command);
		expect(await outcomeOf(sendBack(app, checker, key, command))).toBe('already-submitted');
		expect(await backOutcome(key, await aPerson(app, 'inspector'))).toBe('wording-sent-back');
		expect(await outcomeOf(again(key, loader, ' '))).toBe('note-needed');
		expect(rowsOf(app, 'wording_load_turn')).toHaveLength(1);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('keeps %s as it was typed', async (_name, text) => {
		const key = await loadsWording(app, loader);
		await back(key, checker, text);
		expect(lastRowOf(app, 'wording_load_turn')).toMatchObject({ note: text });
	});

	test('is told to the other inspectors where whoever sent it back signs in no more', async () => {
		const other = await aPerson(app, 'inspector');
		const key = await loadsWording(app, loader);
		await back(key);
		await app.db.write(async (tx) => {
			await tx.run(`update person set deactivated_at = 1 where id = ${checker.personId}`);
		});
		await again(key);
		const to = (await mailOf(app)).filter(({ subject }) => subject.endsWith('offered again'));
		expect(to.map((mail) => mail.to)).toContain(other.email);
		expect(to.map((mail) => mail.to)).not.toContain(checker.email);
		expect(to.map((mail) => mail.to)).not.toContain(loader.email);
	});
});

describe('a new inspection', () => {
	test('comes into the register when its wording is accepted, not before', async () => {
		const key = await loadsWording(app, loader, OF_NEW);
		expect(rowsOf(app, 'inspection')).toHaveLength(1);
		expect(lastRowOf(app, 'wording_load_item')).toMatchObject({ deadline_last_day: '2026-03-05' });
		expect(await readWordingLoad(app, checker, key)).toMatchObject({
			...{ inspectionCode: 'NEW', isNewInspection: true, publishedOn: '2026-01-05' }
		});
		await correctItem(app, loader, key, 1, {
			...{ ...corrected(), number: 1, title: 'Begin', theme: 'Invented' },
			...(await stamp(key))
		});
		await acceptsWording(app, checker, key);
		expect(lastRowOf(app, 'inspection')).toMatchObject({ code: 'NEW', title: NEW.title });
		expect(lastRowOf(app, 'recommendation')).toMatchObject({ number: 1, inspection_id: 2 });
		expect(lastRowOf(app, 'wording_load')).toMatchObject({ inspection_id: 2 });
		expect(rowsOf(app, 'audit_entry').map(({ action }) => action)).toContain('inspection.add');
	});

	test('of wording that is put aside leaves nothing behind, and its code is free again', async () => {
		const key = await loadsWording(app, loader, OF_NEW);
		expect(await outcomeOf(loadsWording(app, checker, OF_NEW))).toBe('inspection-code-waiting');
		await aside(key, checker);
		expect(rowsOf(app, 'inspection')).toHaveLength(1);
		expect(await readWordingLoad(app, checker, key)).toMatchObject({ inspectionCode: 'NEW' });
		expect(await outcomeOf(loadsWording(app, checker, OF_NEW))).toBe('done');
	});

	test('is not proposed under the code of another, nor accepted where one came meanwhile', async () => {
		const taken = { inspection: { ...NEW, code: 'OIC' } };
		const before = databaseImage(app);
		expect(await outcomeOf(loadsWording(app, loader, taken))).toBe('inspection-code-taken');
		expect(databaseImage(app)).toBe(before);
		const key = await loadsWording(app, loader, OF_NEW);
		await correctItem(app, loader, key, 1, {
			...{ ...corrected(), number: 1, title: 'Begin', theme: 'Invented' },
			...(await stamp(key))
		});
		await app.db.write(async (tx) => {
			await tx.run(`insert into inspection (code, title, inspectorate, published_on, url, licence)
				values ('NEW', 'Another', 'HMICFRS', '2026-01-01', 'https://example.test', 'OGL')`);
		});
		const stood = databaseImage(app);
		expect(await acceptOutcome(key)).toBe('inspection-code-taken');
		expect(databaseImage(app)).toBe(stood);
	});
});

test('putting aside needs a reason, and leaves it in the record', async () => {
	const key = await loadsWording(app, loader);
	expect(await outcomeOf(aside(key, checker, ' '))).toBe('reason-needed');
	await aside(key, checker);
	expect(lastRowOf(app, 'wording_load')).toMatchObject({
		outcome: 'put-aside',
		reason: 'Another edition'
	});
	expect(await acceptOutcome(key)).toBe('wording-settled');
	const read = await readWordingLoad(app, loader, key);
	expect(read.may).toEqual({
		...{ correct: false, accept: false, sendBack: false, offer: false, putAside: false }
	});
});

async function stamp(key: string) {
	const { version } = await readWordingLoad(app, checker, key);
	return { version, submissionKey: aKey() };
}

function sent(key: string, version: number) {
	return sendBack(app, checker, key, { version, submissionKey: aKey(), reason: 'x' });
}

async function back(key: string, actor = checker, reason = 'The day is another') {
	await sendBack(app, actor, key, { ...(await stamp(key)), reason });
}

function backOutcome(key: string, actor = checker) {
	return outcomeOf(back(key, actor));
}

async function again(key: string, actor = loader, note = 'As printed now') {
	await offerAgain(app, actor, key, { ...(await stamp(key)), note });
}

async function aside(key: string, actor: Actor, reason = 'Another edition') {
	await putAside(app, actor, key, { ...(await stamp(key)), reason });
}

function acceptOutcome(key: string) {
	return outcomeOf(acceptsWording(app, checker, key));
}

function corrected() {
	return {
		...{ number: 7, title: null, theme: null, text: 'Kent Police should begin.', page: null },
		...{ addressees: 'Kent Police', organisations: ['KENT'], deadline: null, parts: [] },
		isIncluded: true
	};
}
