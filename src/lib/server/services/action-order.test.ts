import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { anAction } from '../../../../tests/support/plan.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readPlan } from '../reads/plan.ts';
import { reorderAction } from './action-order.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let seven: Staged;
let three: Staged;

/** OIC-7 plans first, shared, last; OIC-3 plans its own and then the shared one. */
beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	seven = await stage(app, scene, 'in-progress', 7);
	three = await stage(app, scene, 'in-progress', 3);
	await anAction(app, [seven, three], lead, { title: 'Shared', state: 'dropped' });
	await anAction(app, [seven], lead, { title: 'Last' });
});

test('an action goes up or down one place, past dropped ones too, in this plan alone', async () => {
	await move('Last', 'up', 3);
	expect(await titles(seven)).toEqual(['Train every team', 'Last', 'Shared']);
	await move('Train every team', 'down', 1);
	expect(await titles(seven)).toEqual(['Last', 'Train every team', 'Shared']);
	await move('Shared', 'up', 3);
	expect(await titles(seven)).toEqual(['Last', 'Shared', 'Train every team']);
	expect(await titles(three)).toEqual(['Train every team', 'Shared']);
});

test('history says where it went, and in which plan', async () => {
	await move('Shared', 'down', 2);
	const change = lastRowOf(app, 'action_change');
	expect(change).toMatchObject({ verb: 'move', actor_id: lead.personId });
	expect(JSON.parse(String(change.state))).toMatchObject({ place: 3, inPlanOf: 'OIC-7/KENT' });
	expect(rowsOf(app, 'audit_entry').map((row) => row.assignment_id)).toEqual([seven.id]);
});

test.each([
	['beyond the top', 'Train every team', 'up', 1],
	['beyond the bottom', 'Last', 'down', 3],
	['from a place where it no longer is', 'Last', 'up', 2],
	['from a place that there is not', 'Last', 'up', 9]
] as const)('%s it does not move', async (_, title, direction, place) => {
	const before = databaseImage(app);
	expect(await outcomeOf(move(title, direction, place))).toBe('plan-reordered');
	expect(databaseImage(app)).toBe(before);
});

async function move(title: string, direction: 'up' | 'down', place: number): Promise<void> {
	const { actions } = await readPlan(app, lead, seven);
	const { key } = actions.find((action) => action.title === title)!;
	const command = { direction, place, submissionKey: aKey() };
	await reorderAction(app, lead, { ...seven, action: key }, command);
}

async function titles(staged: Staged): Promise<string[]> {
	const { actions } = await readPlan(app, lead, staged);
	return actions.map(({ title }) => title);
}
