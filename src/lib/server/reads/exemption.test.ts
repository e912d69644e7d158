import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { anExemptionRequest } from '../../../../tests/support/exemption.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { can } from '#lib/domain/policy.ts';
import { askExemption, decideExemption, withdrawExemption } from '../services/exemptions.ts';
import { readAssignment } from './assignment.ts';
import { readExemptions } from './exemption.ts';
import { readRequestQueues, REQUESTS_SHOWN } from './request-queues.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test('every request is shown with what became of it, latest first', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	await askExemption(app, lead, staged, { ...(await stamp()), reason: 'One' });
	await withdrawExemption(app, lead, staged, { ...(await stamp()), reason: 'Not yet' });
	await askExemption(app, lead, staged, { ...(await stamp()), reason: 'Two' });
	const refusal = { answer: 'refuse', reason: 'It does apply' } as const;
	await decideExemption(app, inspector, staged, { ...(await stamp()), ...refusal });
	await askExemption(app, lead, staged, { ...(await stamp()), reason: 'Three' });
	const { requests } = await readExemptions(app, lead, staged);
	expect(requests).toMatchObject([
		{ state: 'open', reason: 'Three', end: null, askedBy: lead.name, isOwn: true },
		{ state: 'refused', reason: 'Two', end: { by: inspector.name, reason: 'It does apply' } },
		{ state: 'withdrawn', reason: 'One', end: { by: lead.name, reason: 'Not yet' } }
	]);
});

test.each([
	['own lead', { ask: false, withdraw: true, decide: false }, false],
	['own contributor', { ask: false, withdraw: false, decide: false }, false],
	['inspector', { ask: false, withdraw: false, decide: true }, false],
	['national observer', { ask: false, withdraw: false, decide: false }, false],
	['inspector and own lead', { ask: false, withdraw: true, decide: true }, false]
] as const)('an open request offers %s what they may do', async (role, may, isOwnToDecide) => {
	await anExemptionRequest(app, staged, scene.claimant);
	expect(await readExemptions(app, scene.people[role], staged)).toMatchObject({
		may,
		isOwnToDecide
	});
});

test('whoever asked and could decide is told that another has to', async () => {
	const both = scene.people['inspector and own lead'];
	await anExemptionRequest(app, staged, both);
	expect(await readExemptions(app, both, staged)).toMatchObject({
		may: { decide: false, withdraw: true },
		isOwnToDecide: true
	});
});

test('the overview tells of the latest request, and offers no move that waits for its answer', async () => {
	const overview = (role: RoleName) =>
		readAssignment(app, scene.people[role], staged, { wholeHistory: false });
	expect(await overview('own lead')).toMatchObject({
		exemption: null,
		may: { askExemption: true }
	});
	await anExemptionRequest(app, staged, scene.claimant);
	const asked = await overview('own lead');
	expect(asked).toMatchObject({
		exemption: {
			state: 'open',
			askedOn: '2026-03-02',
			askedBy: scene.claimant.name,
			endedOn: null
		},
		may: { askExemption: false }
	});
	expect(asked.moves.map(({ verb }) => verb)).not.toContain('report-complete');
	expect((await overview('inspector')).moves).toEqual([]);
	app.goTo('2026-03-09');
	const refusal = { answer: 'refuse', reason: 'It does apply' } as const;
	await decideExemption(app, scene.people.inspector, staged, { ...(await stamp()), ...refusal });
	const after = await overview('own lead');
	expect(after).toMatchObject({
		exemption: { state: 'refused', endedOn: '2026-03-09' },
		may: { askExemption: true }
	});
	expect(after.moves.map(({ verb }) => verb)).toContain('report-complete');
});

test.each(ROLE_NAMES)('%s reads the requests that wait where the policy says', async (role) => {
	const outcome = await outcomeOf(readExemptionQueue(scene.people[role]));
	expect(outcome).toBe(can(scene.people[role], 'read-review-queue') ? 'done' : 'not-allowed');
});

test('the requests that wait come oldest first, and those that are over are not among them', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	const over = await stage(app, scene, 'in-progress', 8);
	await anExemptionRequest(app, over, lead);
	await withdrawExemption(app, lead, over, await aForm(app, over));
	await anExemptionRequest(app, staged, inspector);
	app.goTo('2026-03-12');
	await anExemptionRequest(app, await stage(app, scene, 'returned', 9, scene.essex), lead);
	expect(await readExemptionQueue(inspector)).toMatchObject({
		total: 2,
		requests: [
			{ reference: 'OIC-7', organisationCode: 'KENT', days: 10, isOwn: true },
			{ reference: 'OIC-9', organisationCode: 'ESSEX', days: 0, askedBy: lead.name, isOwn: false }
		]
	});
});

test('a long list is counted whole, and both kinds take three queries', async () => {
	for (let number = 100; number < 130; number += 1) {
		await anExemptionRequest(app, await stage(app, scene, 'in-progress', number), scene.claimant);
	}
	const { result, queries } = await countQueries(app, () =>
		readExemptionQueue(scene.people.inspector)
	);
	expect(result).toMatchObject({ total: 30 });
	expect(result.requests).toHaveLength(REQUESTS_SHOWN);
	expect(queries).toBe(3);
});

function stamp() {
	return aForm(app, staged);
}

async function readExemptionQueue(actor: Actor) {
	return (await readRequestQueues(app, actor)).exemptions;
}
