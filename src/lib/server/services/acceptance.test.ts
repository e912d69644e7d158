import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { recordAcceptance, type AcceptanceCommand } from './acceptance.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

test('acceptance in full needs no reason, and leaves progress alone', async () => {
	const staged = await stage(app, scene, 'in-progress');
	await say(staged, 'accepted');
	expect(lastRowOf(app, 'assignment')).toMatchObject({
		acceptance: 'accepted',
		status: 'in-progress',
		version: 2
	});
	expect(lastRowOf(app, 'acceptance_change')).toMatchObject({
		assignment_id: staged.id,
		on_day: '2026-03-02',
		actor_id: lead.personId,
		acceptance: 'accepted',
		reason: null
	});
	expect(rowsOf(app, 'status_change')).toHaveLength(1);
});

test.each([
	['partly-accepted', undefined],
	['partly-accepted', ' \n'],
	['not-accepted', ''],
	['not-accepted', '\u200b']
] as const)('%s with the reason %j is refused', async (acceptance, reason) => {
	const staged = await stage(app, scene, 'in-progress');
	const before = databaseImage(app);
	const refusal = await refusalOf(say(staged, acceptance, reason));
	expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	expect(databaseImage(app)).toBe(before);
});

test('a change of mind is a second row, and the first stays', async () => {
	const staged = await stage(app, scene, 'in-progress');
	await say(staged, 'not-accepted', ' It duplicates existing guidance ');
	app.goTo('2026-03-20');
	await say(staged, 'accepted', 'The guidance was withdrawn');
	expect(rowsOf(app, 'acceptance_change')).toMatchObject([
		{ acceptance: 'not-accepted', reason: 'It duplicates existing guidance', on_day: '2026-03-02' },
		{ acceptance: 'accepted', reason: 'The guidance was withdrawn', on_day: '2026-03-20' }
	]);
	expect(lastRowOf(app, 'audit_entry').sentence).toBe(
		`${lead.name} recorded the acceptance of OIC-7 for Kent Police as accepted.`
	);
});

async function say(
	staged: Staged,
	acceptance: AcceptanceCommand['acceptance'],
	reason?: string
): Promise<void> {
	const form = await aForm(app, staged);
	await recordAcceptance(app, lead, staged, { ...form, acceptance, reason });
}
