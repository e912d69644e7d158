import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aDeadline } from '../../../../tests/support/extension.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readAssignment } from '../reads/assignment.ts';
import { setTarget } from './targets.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
	await aDeadline(app, staged);
});

test('a target is kept beside the deadline, which neither moves nor becomes late by it', async () => {
	const before = lastRowOf(app, 'assignment');
	await set('2026-03-03');
	expect(lastRowOf(app, 'assignment')).toEqual({
		...before,
		target_on: '2026-03-03',
		version: 2
	});
	app.goTo('2026-05-04');
	const name = { wholeHistory: false };
	const shown = await readAssignment(app, scene.people['own lead'], staged, name);
	expect(shown).toMatchObject({ targetOn: '2026-03-03', timeliness: 'later' });
	expect(rowsOf(app, 'deadline_revision')).toHaveLength(1);
});

test('every target that was ever set stays in the record with why it was changed', async () => {
	await set('2026-05-31');
	app.goTo('2026-04-01');
	await set('2026-06-15', 'The trainers come later');
	await set(undefined, 'We no longer aim for a day');
	expect(rowsOf(app, 'target_change')).toMatchObject([
		{ target_on: '2026-05-31', reason: null, on_day: '2026-03-02' },
		{ target_on: '2026-06-15', reason: 'The trainers come later', on_day: '2026-04-01' },
		{ target_on: null, reason: 'We no longer aim for a day', on_day: '2026-04-01' }
	]);
	const who = scene.people['own lead'].name;
	expect(rowsOf(app, 'audit_entry').map(({ sentence }) => sentence)).toEqual([
		`${who} set the organisation’s own target for OIC-7 for Kent Police to 31 May 2026.`,
		`${who} moved the organisation’s own target for OIC-7 for Kent Police from 31 May 2026 to 15 June 2026.`,
		`${who} took away the organisation’s own target for OIC-7 for Kent Police, which was 15 June 2026.`
	]);
});

test.each([
	['2026-05-31', undefined, 'same-target'],
	['2026-06-15', ' ', 'reason-needed'],
	[undefined, undefined, 'reason-needed']
])('from 31 May to %s because of %j is refused: %s', async (day, reason, code) => {
	await set('2026-05-31');
	const before = databaseImage(app);
	expect(await outcomeOf(set(day, reason))).toBe(code);
	expect(databaseImage(app)).toBe(before);
});

test('what is closed has nothing to aim for', async () => {
	staged = await stage(app, scene, 'confirmed', 8);
	expect(await outcomeOf(set('2026-05-31'))).toBe('assignment-closed');
});

async function set(day: string | undefined, reason?: string) {
	const form = await aForm(app, staged);
	const targetOn = day === undefined ? undefined : plainDate(day);
	await setTarget(app, scene.people['own lead'], staged, { ...form, targetOn, reason });
}
