import type { ExtensionAnswer } from '#lib/domain/extension.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { lastRowOf, rawConnection, rowsOf } from '../../../../tests/support/database.ts';
import { anExtensionRequest } from '../../../../tests/support/extension.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { decideExtension, withdrawExtension } from './extensions.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

describe('at the same time', () => {
	test('two inspectors decide: one does, and the other is told who and what', async () => {
		await anExtensionRequest(app, staged, scene.claimant);
		const stamp = await aForm(app, staged);
		const { inspector, 'inspector and own lead': other } = scene.people;
		const one = { ...stamp, answer: 'grant', reason: 'Yes' } as const;
		const two = { ...stamp, answer: 'refuse', reason: 'No', submissionKey: 'another' } as const;
		const [first, second] = await Promise.all([
			outcomeOf(decideExtension(app, inspector, staged, one)),
			refusalOf(decideExtension(app, other, staged, two))
		]);
		expect(first).toBe('done');
		expect(second).toMatchObject({
			code: 'stale',
			facts: {
				changes: [
					{
						sentence: `${inspector.name} moved the deadline of OIC-7 for Kent Police from 30 June 2026 to 30 September 2026, as asked on 2 March 2026.`
					}
				]
			}
		});
		// Saving theirs anyway does not decide it a second time.
		expect(await outcomeOf(decide('inspector and own lead', 'refuse'))).toBe('nothing-asked');
		expect(rowsOf(app, 'extension_decision')).toHaveLength(1);
		expect(rowsOf(app, 'deadline_revision')).toHaveLength(2);
	});

	test('the body withdraws while the inspector decides: whichever is first holds', async () => {
		await anExtensionRequest(app, staged, scene.claimant);
		const stamp = await aForm(app, staged);
		const decision = {
			...stamp,
			answer: 'grant',
			reason: 'Yes',
			submissionKey: 'another'
		} as const;
		const [withdrawn, decided] = await Promise.all([
			outcomeOf(withdrawExtension(app, scene.people['own lead'], staged, stamp)),
			refusalOf(decideExtension(app, scene.people.inspector, staged, decision))
		]);
		expect(withdrawn).toBe('done');
		expect(decided).toMatchObject({
			code: 'stale',
			facts: { changes: [{ sentence: expect.stringContaining('withdrew the request') }] }
		});
		expect(await outcomeOf(decide('inspector', 'grant'))).toBe('nothing-asked');
		expect(lastRowOf(app, 'assignment')).toMatchObject({
			current_due_on: '2026-06-30',
			version: 2
		});
	});

	test('a second decision is refused by the database, whatever a hand does past every rule', async () => {
		await anExtensionRequest(app, staged, scene.claimant);
		await decide('inspector', 'refuse');
		const again = `insert into extension_decision
			(assignment_id, at, on_day, actor_id, request_id, answer, reason)
			select assignment_id, at, on_day, actor_id, request_id, 'grant', 'x' from extension_decision`;
		expect(() => rawConnection(app).exec(again)).toThrow('UNIQUE');
	});
});

async function decide(role: RoleName, answer: ExtensionAnswer) {
	const form = await aForm(app, staged);
	await decideExtension(app, scene.people[role], staged, { ...form, answer, reason: 'So it is' });
}
