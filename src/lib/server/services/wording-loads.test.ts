import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { acceptsWording, loadsWording } from '../../../../tests/support/wording-load.ts';
import { readPartsForm } from '../reads/parts.ts';
import { readAcceptance, readWordingLoad } from '../reads/wording-loads.ts';
import { acceptWording } from './wording-acceptance.ts';
import { correctItem, type LoadCommand } from './wording-loads.ts';
import { putAside } from './wording-turns.ts';

const SOURCE = [
	'Recommendation 7',
	'By 31 March 2027, Kent Police and Essex Police should make sure:',
	'(a) that invented records are kept; and',
	'(b) that they are read.',
	'Recommendation 8',
	'With immediate effect, all forces should review …'
].join('\n');

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

describe('loading', () => {
	test.each(ROLE_NAMES)(
		'%s may where the policy says so, and otherwise stores nothing',
		async (role) => {
			const before = databaseImage(app);
			const done = await outcomeOf(load({}, scene.people[role]));
			const may = /inspector|administrator/.test(role);
			expect(done).toBe(may ? 'done' : 'not-allowed');
			if (!may) expect(databaseImage(app)).toEqual(before);
		}
	);

	test('keeps the source as it was beside what was read, and changes nothing else', async () => {
		await load();
		expect(lastRowOf(app, 'wording_load')).toMatchObject({
			source_text: SOURCE,
			retrieved_on: '2026-03-01',
			loaded_by: loader.personId,
			outcome: null
		});
		expect(rowsOf(app, 'wording_load_item')).toMatchObject([
			{ number: 7, deadline_last_day: '2027-03-31', organisations: '["ESSEX","KENT"]' },
			{ number: 8, deadline_kind: 'immediate', organisations: '["ESSEX","KENT"]' }
		]);
		expect(rowsOf(app, 'recommendation')).toHaveLength(1);
		expect(lastRowOf(app, 'audit_entry')?.sentence).toBe(
			`${loader.name} loaded official wording of OIC: 2 parts of the source, to be checked by somebody else.`
		);
	});

	test.each([
		['an unknown inspection', { inspection: 'XX' }, 'not-found'],
		['blanks', { sourceText: ' \u200b\n' }, 'nothing-read'],
		['words without a recommendation', { sourceText: 'Foreword' }, 'nothing-read'],
		['a million characters', { sourceText: 'a'.repeat(1e6) }, 'source-too-long'],
		['a thousand numbers', { sourceText: SOURCE.repeat(1000) }, 'too-many-items'],
		['a day to come', { retrievedOn: plainDate('2026-03-03') }, 'date-in-future']
	] as const)('%s is refused, and nothing is stored', async (_what, part, code) => {
		const before = databaseImage(app);
		expect(await outcomeOf(load(part))).toBe(code);
		expect(databaseImage(app)).toEqual(before);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('%s is kept as it was typed', async (_name, text) => {
		const sourceText = `R1 Kent Police should begin.\n${text}`;
		await load({ sourceText, source: text });
		expect(lastRowOf(app, 'wording_load')).toMatchObject({ source: text, source_text: sourceText });
	});

	test('a second submit of the same form is carried out once', async () => {
		const submissionKey = aKey();
		await load({ submissionKey });
		expect(await outcomeOf(load({ submissionKey }))).toBe('already-submitted');
		expect(rowsOf(app, 'wording_load')).toHaveLength(1);
	});
});

describe('correcting', () => {
	test('is for whoever loaded it alone, and puts the reading right', async () => {
		const key = await load();
		expect(await outcomeOf(correct(key, checker))).toBe('not-the-loader');
		await correct(key, loader);
		expect(rowsOf(app, 'wording_load_item')[0]).toMatchObject({
			text: 'As printed',
			organisations: '["KENT"]',
			deadline_last_day: '2027-06-30',
			deadline_phrase: 'By June 2027',
			unread: '[]',
			is_corrected: 1
		});
		expect(await outcomeOf(correct(key, loader))).toBe('stale');
		expect(await outcomeOf(correct(key, loader, { organisations: ['XX'] }, 2))).toBe(
			'unknown-organisation'
		);
		expect(await outcomeOf(correct(key, loader, {}, 2, 9))).toBe('not-found');
	});
});

describe('accepting', () => {
	test('puts texts, parts and deadlines in force, and leaves progress and summary as they were', async () => {
		const summaries = rowsOf(app, 'recommendation_wording').length;
		const { status, version } = rowsOf(app, 'assignment')[0]!;
		const key = await ready();
		await accept(key, checker, { add: ['7:ESSEX'] });
		const words = rowsOf(app, 'recommendation_wording').slice(summaries);
		expect(words).toMatchObject([
			{
				kind: 'official',
				loaded_by: loader.personId,
				checked_by: checker.personId,
				retrieved_on: '2026-03-01',
				source_url: 'https://example.test/report'
			},
			{ kind: 'official' }
		]);
		expect(rowsOf(app, 'recommendation_part')).toMatchObject([
			{ label: 'a', text: 'that invented records are kept; and' },
			{ label: 'b', text: 'that they are read.' }
		]);
		const assignments = rowsOf(app, 'assignment');
		expect(assignments[0]).toMatchObject({
			status,
			version: Number(version) + 1,
			original_due_on: '2027-03-31'
		});
		// Essex by the checker's word for 7; both forces for 8, which is new.
		expect(assignments.map(({ original_due_on }) => original_due_on)).toEqual([
			'2027-03-31',
			'2027-03-31',
			...['2025-05-16', '2025-05-16']
		]);
		expect(lastRowOf(app, 'wording_load')).toMatchObject({
			outcome: 'accepted',
			settled_by: checker.personId
		});
		expect(lastRowOf(app, 'audit_entry')?.sentence).toBe(
			`${checker.name} accepted the official wording of 2 recommendations of OIC, loaded by ${loader.name}.`
		);
		const { 'own lead': ofKent, 'foreign lead': ofEssex } = scene.people;
		const told = ({ email }: Actor) => rowsOf(app, 'outbox').filter((row) => row.to === email);
		expect(told(ofKent)).toHaveLength(1);
		expect(told(ofKent)[0]?.body).toContain('2 deadlines set, 1 recommendation added.');
		expect(told(ofEssex)[0]?.body).toContain('2 deadlines set, 2 recommendations added.');
	});

	test('keeps the deadline of a part with the part, as it was read or corrected', async () => {
		const sourceText = [
			'R7 By March 2027, Kent Police should make sure:',
			'(a) that one is done by 31 January 2027;',
			'(b) within six months, that two is done; and',
			'(c) that three is done.'
		].join('\n');
		const key = await load({ sourceText });
		expect(JSON.parse(String(rowsOf(app, 'wording_load_item')[0]!.parts))).toMatchObject([
			{
				label: 'a',
				deadline: { kind: 'fixed-day', lastDay: '2027-01-31', rule: 'The day printed' }
			},
			{ label: 'b', deadline: { phrase: 'within six months', lastDay: '2025-11-16' } },
			{ label: 'c', deadline: null }
		]);
		const parts = [
			{ label: 'a', text: 'one', deadlinePhrase: 'by 31 January 2027' },
			{ label: 'b', text: 'two', deadlinePhrase: 'soon' }
		];
		expect(await outcomeOf(correct(key, loader, { parts }))).toBe('part-deadline-unreadable');
		await correct(key, loader, { parts: [parts[0], { label: 'b', text: 'two' }] });
		await accept(key, checker);
		expect(rowsOf(app, 'part_deadline')).toMatchObject([
			{ phrase: 'by 31 January 2027', kind: 'fixed-day', last_day: '2027-01-31' }
		]);
		const { parts: standing } = await readPartsForm(app, checker, 'OIC-7');
		expect(standing.map(({ deadline }) => deadline?.lastDay ?? null)).toEqual(['2027-01-31', null]);
	});

	test('changes whom it falls to only as the checker says', async () => {
		await stage(app, scene, 'in-progress', 7, scene.essex);
		const key = await load({ sourceText: 'R7 By March 2027, Kent Police should begin.' });
		const wording = await readAcceptance(app, checker, key);
		expect(wording.plan[0]?.offers).toMatchObject([{ organisation: 'ESSEX', step: 'withdraw' }]);
		await accept(key, checker, { withdraw: [] });
		expect(rowsOf(app, 'assignment').map((row) => row.status)).toEqual([
			'in-progress',
			'in-progress'
		]);
		const again = await load({ sourceText: 'R7 By March 2027, Kent Police should begin.' });
		await accept(again, checker, { withdraw: ['7:ESSEX', '7:KENT', '9:XX'] });
		expect(rowsOf(app, 'assignment').map((row) => row.status)).toEqual([
			'in-progress',
			'no-further-action'
		]);
	});

	test.each(ROLE_NAMES)('%s may where the policy says so', async (role) => {
		const key = await ready(await aPerson(app, 'administrator'));
		const before = databaseImage(app);
		const outcome = await outcomeOf(accept(key, scene.people[role]));
		expect(outcome).toBe(/inspector/.test(role) ? 'done' : 'not-allowed');
		if (outcome !== 'done') expect(databaseImage(app)).toEqual(before);
	});

	test('is never for whoever loaded it', async () => {
		const key = await ready();
		const before = databaseImage(app);
		expect(await outcomeOf(accept(key, loader))).toBe('own-wording');
		expect(databaseImage(app)).toEqual(before);
	});

	test('is done once: of two checkers at the same time one wins', async () => {
		const key = await ready();
		const other = await aPerson(app, 'inspector');
		const both = await Promise.all([
			outcomeOf(accept(key, checker)),
			outcomeOf(accept(key, other))
		]);
		expect(both.toSorted()).toEqual(['done', 'wording-settled']);
		expect(
			rowsOf(app, 'recommendation_wording').filter(({ kind }) => kind === 'official')
		).toHaveLength(2);
		expect(await outcomeOf(aside(key, loader))).toBe('wording-settled');
		expect(await outcomeOf(correct(key, loader))).toBe('wording-settled');
	});

	test('of what is not as it was shown, or not whole, is refused and stores nothing', async () => {
		const key = await load();
		expect(await outcomeOf(accept(key, checker))).toBe('items-to-mend');
		const shown = await readAcceptance(app, checker, key);
		await correct(key, loader);
		const stamp = { seen: shown.seen, version: shown.version, submissionKey: aKey() };
		const before = databaseImage(app);
		const work = acceptWording(app, checker, key, { ...stamp, add: [], withdraw: [] });
		expect(await outcomeOf(work)).toBe('stale');
		expect(databaseImage(app)).toEqual(before);
	});

	test('is refused where the register changed since it was shown', async () => {
		const key = await ready();
		const shown = await readAcceptance(app, checker, key);
		await stage(app, scene, 'in-progress', 7, scene.essex);
		const { seen, version } = shown;
		const command = { seen, version, submissionKey: aKey(), add: ['7:ESSEX'], withdraw: [] };
		expect(await outcomeOf(acceptWording(app, checker, key, command))).toBe('stale');
	});
});

function load(part: Partial<LoadCommand> = {}, actor = loader): Promise<string> {
	return loadsWording(app, actor, { sourceText: SOURCE, ...part });
}

/** Loaded, with a title and a theme for the recommendation that is new. */
async function ready(actor = loader): Promise<string> {
	const key = await load({}, actor);
	await correctItem(app, actor, key, 2, {
		...{ version: 1, submissionKey: aKey(), number: 8, title: 'Review', theme: 'Invented' },
		...{ text: 'With immediate effect, all forces should review …', page: '12' },
		...{ addressees: 'all forces', organisations: ['KENT', 'ESSEX'], parts: [], isIncluded: true },
		deadline: { phrase: 'With immediate effect' }
	});
	return key;
}

function correct(key: string, actor: Actor, part = {}, version = 1, position = 1) {
	return correctItem(app, actor, key, position, {
		...{ version, submissionKey: aKey(), number: 7, title: null, theme: null },
		...{ text: 'As printed', page: null, addressees: null, organisations: ['KENT'] },
		...{ deadline: { phrase: 'By June 2027' }, parts: [], isIncluded: true },
		...part
	});
}

function accept(key: string, actor: Actor, part = {}): Promise<void> {
	return acceptsWording(app, actor, key, part);
}

async function aside(key: string, actor: Actor, reason = 'Another edition'): Promise<void> {
	const { version } = await readWordingLoad(app, checker, key);
	await putAside(app, actor, key, { version, submissionKey: aKey(), reason });
}
