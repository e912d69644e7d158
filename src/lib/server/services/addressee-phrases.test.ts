import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { setAddresseePhrase } from './addressee-phrases.ts';
import { loadWording } from './wording-loads.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
});

test('a phrase stands for other organisations from then on, and can be taken away', async () => {
	await set('The coastal forces', ['KENT'], []);
	await load();
	expect(lastRowOf(app, 'wording_load_item')).toMatchObject({ organisations: '["KENT"]' });
	expect(await outcomeOf(set('coastal forces', [], []))).toBe('stale');
	await set('coastal forces', [], ['KENT']);
	await load();
	expect(lastRowOf(app, 'wording_load_item')).toMatchObject({
		organisations: '[]',
		unread: '["addressees-unknown"]'
	});
	expect(rowsOf(app, 'addressee_phrase')).toHaveLength(2);
});

test('what came with the service can be changed, and names only organisations that there are', async () => {
	await set('chief constables', ['KENT'], ['police-force:*']);
	expect(await outcomeOf(set('x', ['NOBODY'], []))).toBe('unknown-organisation');
	expect(await outcomeOf(set(' \u200b', ['KENT'], []))).toBe('phrase-blank');
	expect(await outcomeOf(set('x', codes(101), []))).toBe('too-many-patterns');
	expect(rowsOf(app, 'addressee_phrase')).toHaveLength(1);
});

test('one that is there already is not added a second time over what it stands for', async () => {
	const before = databaseImage(app);
	const command = { phrase: 'the Chief  Constables', patterns: ['KENT'], isNew: true };
	const stamp = { seen: '[["patterns",[]]]', submissionKey: aKey() };
	const work = setAddresseePhrase(app, scene.people.inspector, { ...command, ...stamp });
	expect(await outcomeOf(work)).toBe('phrase-taken');
	expect(databaseImage(app)).toBe(before);
});

test.each(ROLE_NAMES)('%s may where the policy says so', async (role) => {
	const before = databaseImage(app);
	const outcome = await outcomeOf(set('coastal forces', ['KENT'], [], role));
	expect(outcome).toBe(/inspector|administrator/.test(role) ? 'done' : 'not-allowed');
	if (outcome !== 'done') expect(databaseImage(app)).toBe(before);
});

function set(
	phrase: string,
	patterns: readonly string[],
	before: readonly string[],
	role: (typeof ROLE_NAMES)[number] = 'inspector'
) {
	const seen = JSON.stringify([['patterns', before]]);
	const command = { phrase, patterns, seen, submissionKey: aKey() };
	return setAddresseePhrase(app, scene.people[role], command);
}

function load() {
	return loadWording(app, scene.people.inspector, {
		...{ inspection: 'OIC', source: 'The report', sourceUrl: 'https://example.test/report' },
		...{ retrievedOn: plainDate('2026-03-01'), submissionKey: aKey() },
		sourceText: 'R1 By March 2027, the coastal forces should begin.'
	});
}

function codes(howMany: number): string[] {
	return Array.from({ length: howMany }, (_, index) => `B${index}`);
}
