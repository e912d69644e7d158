import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
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
import { readAssignment } from '../reads/assignment.ts';
import { readClaimForm } from '../reads/claim-form.ts';
import { readCriteriaForm } from '../reads/criteria.ts';
import { reportComplete } from './claims.ts';
import { setCriteria } from './criteria.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector, 'own lead': lead } = scene.people);
	staged = await stage(app, scene, 'in-progress');
});

const A = 'Every group that is known has a grade';
const B = 'Every grade has a reason that somebody wrote down';
const C = 'Grades are looked at again every quarter';

describe('what good looks like', () => {
	test('is written in its order, and said in one sentence', async () => {
		await write([A, B]);
		expect(rowsOf(app, 'criterion')).toMatchObject([
			{ text: A, position: 1, from_day: '2026-03-02', to_day: null },
			{ text: B, position: 2, written_by: inspector.personId }
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${inspector.name} added 2 criteria of OIC-7.`
		);
	});

	test('in other words is another criterion; the old one is retired and stays to be read', async () => {
		await write([A, B]);
		app.goTo('2026-04-01');
		await write([C, A]);
		const { criteria, retired } = await readCriteriaForm(app, inspector, 'OIC-7');
		expect(criteria.map(({ text }) => text)).toEqual([C, A]);
		expect(retired).toMatchObject([
			{ text: B, fromDay: '2026-03-02', toDay: '2026-04-01', writtenBy: inspector.name }
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${inspector.name} added 1 criterion and retired 1 criterion of OIC-7.`
		);
	});

	test('in another order keeps every criterion; the same again is nothing', async () => {
		await write([A, B]);
		await write([B, A]);
		expect(lastRowOf(app, 'audit_entry').sentence).toContain('changed the order of the criteria');
		const rows = rowsOf(app, 'criterion');
		expect(rows.map(({ to_day }) => to_day)).toEqual([null, null]);
		await write([B, A]);
		expect(rowsOf(app, 'audit_entry')).toHaveLength(2);
	});

	test('can be taken away whole', async () => {
		await write([A, B]);
		await write([]);
		expect((await readCriteriaForm(app, inspector, 'OIC-7')).criteria).toEqual([]);
	});

	test.each([
		['criteria-count', [A]],
		['criteria-count', ['a', 'b', 'c', 'd', 'e', 'f']],
		['criterion-empty', [A, '\u200b']],
		['criterion-twice', [A, A]]
	])('%s: nothing is written', async (code, criteria) => {
		const before = databaseImage(app);
		expect(await outcomeOf(write(criteria))).toBe(code);
		expect(databaseImage(app)).toBe(before);
	});

	test('whoever comes second is told what changed', async () => {
		await write([A, B]);
		const late = { criteria: [A, C], version: 0, submissionKey: aKey() };
		expect(await refusalOf(setCriteria(app, inspector, 'OIC-7', late))).toMatchObject({
			code: 'stale',
			facts: {
				version: 2,
				changes: [{ sentence: `${inspector.name} added 2 criteria of OIC-7.` }]
			}
		});
	});

	test('sent twice is written once', async () => {
		const command = { criteria: [A, B], version: 0, submissionKey: aKey() };
		await setCriteria(app, inspector, 'OIC-7', command);
		expect(await outcomeOf(setCriteria(app, inspector, 'OIC-7', command))).toBe(
			'already-submitted'
		);
	});

	test.each(ROLE_NAMES)('is for inspectors to write: %s', async (role) => {
		const before = databaseImage(app);
		const command = { criteria: [A, B], version: 0, submissionKey: aKey() };
		const outcome = await outcomeOf(setCriteria(app, scene.people[role], 'OIC-7', command));
		expect(outcome).toBe(/^inspector/.test(role) ? 'done' : 'not-allowed');
		if (outcome !== 'done') expect(databaseImage(app)).toBe(before);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('holds %s as it was typed', async (_, text) => {
		await write([A, text]);
		expect(lastRowOf(app, 'criterion').text).toBe(text.trim());
	});
});

describe('for the owner', () => {
	test('it is on the assignment before a claim is made', async () => {
		await write([A, B]);
		const { criteria } = await readAssignment(app, lead, staged, { wholeHistory: false });
		expect(criteria.map(({ text }) => text)).toEqual([A, B]);
	});

	test('a claim names evidence for each criterion, with where to look, and does not do without', async () => {
		await write([A, B]);
		const { points, assignment } = await readClaimForm(app, lead, staged);
		expect(points).toMatchObject([
			{ kind: 'criterion', label: '1', text: A },
			{ kind: 'criterion', label: '2', text: B }
		]);
		const [first, second] = points.map(({ key }) => key);
		const said = { statement: 'Done', version: assignment.version };
		const link = (point: string | undefined, page: string) => ({
			point: point ?? '',
			evidenceKey: staged.evidenceKey,
			page
		});
		const half = { ...said, submissionKey: aKey(), links: [link(first, 'page 4')] };
		expect(await refusalOf(reportComplete(app, lead, staged, half))).toMatchObject({
			code: 'claim-incomplete',
			facts: { problems: [{ code: 'nothing-shows-it', point: { kind: 'criterion', label: '2' } }] }
		});
		const { submissionKey } = await aForm(app, staged);
		const links = [link(first, 'page 4'), link(second, 'section 2')];
		await reportComplete(app, lead, staged, { ...said, submissionKey, links });
		expect(rowsOf(app, 'claim_link')).toMatchObject([
			{ criterion_id: 1, part_id: null, page: 'page 4' },
			{ criterion_id: 2, part_id: null, page: 'section 2' }
		]);
	});
});

async function write(criteria: readonly string[]): Promise<void> {
	const { version } = await readCriteriaForm(app, inspector, 'OIC-7');
	await setCriteria(app, inspector, 'OIC-7', { criteria, version, submissionKey: aKey() });
}
