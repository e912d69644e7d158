import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { aDeadline, anExtensionRequest } from '../../../../tests/support/extension.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { askExtension, decideExtension } from '../services/extensions.ts';
import { readRequestQueues } from './request-queues.ts';
import { readExtensions } from './extension.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

describe('the requests that wait for the inspectorate', () => {
	test('stand oldest first, with how the deadline stands and how long they wait', async () => {
		await anExtensionRequest(app, staged, scene.claimant);
		app.goTo('2026-03-12');
		const other = await stage(app, scene, 'in-progress', 8, scene.essex);
		await anExtensionRequest(app, other, scene.people['foreign lead']);
		const { total, requests } = await readExtensionQueue(scene.people.inspector);
		expect(total).toBe(2);
		expect(requests).toMatchObject([
			{
				...{ reference: 'OIC-7', organisationCode: 'KENT', days: 10, isOwn: false },
				...{ currentDueOn: '2026-06-30', askedDueOn: '2026-09-30', reasonCode: 'procurement' }
			},
			{ reference: 'OIC-8', organisationCode: 'ESSEX', days: 0 }
		]);
	});

	test('leave out what is decided, and what was closed before it was', async () => {
		await anExtensionRequest(app, staged, scene.claimant);
		const closed = await stage(app, scene, 'in-progress', 8);
		await anExtensionRequest(app, closed, scene.claimant);
		const { inspector } = scene.people;
		const reason = 'A later inspection takes its place';
		await makeMove(app, inspector, closed, {
			...(await aForm(app, closed)),
			...{ verb: 'set-no-further-action', reason }
		});
		const decision = { ...(await aForm(app, staged)), answer: 'refuse', reason } as const;
		await decideExtension(app, inspector, staged, decision);
		expect(await readExtensionQueue(inspector)).toEqual({ total: 0, requests: [] });
	});

	test('are for inspectors', async () => {
		const asLead = readExtensionQueue(scene.people['own lead']);
		expect(await outcomeOf(asLead)).toBe('not-allowed');
	});
});

test('the ledger tells who asked, who decided and which revision came of it, latest first', async () => {
	await aDeadline(app, staged);
	const { inspector, 'own lead': lead } = scene.people;
	const ask = {
		askedDueOn: plainDate('2026-09-30'),
		reasonCode: 'scope',
		reason: 'More of it'
	} as const;
	await askExtension(app, lead, staged, { ...(await aForm(app, staged)), ...ask });
	const grant = { answer: 'grant', reason: 'Seen' } as const;
	await decideExtension(app, inspector, staged, { ...(await aForm(app, staged)), ...grant });
	const ledger = await readExtensions(app, scene.people['own observer'], staged);
	expect(ledger.requests).toMatchObject([
		{
			...{ state: 'grant', askedBy: lead.name, currentDueOn: '2026-06-30' },
			end: { by: inspector.name, reason: 'Seen', grantedDueOn: '2026-09-30' }
		}
	]);
	expect(ledger.revisions).toMatchObject([
		{ lastDay: '2026-09-30', by: inspector.name, askedBy: lead.name, requestId: 1 },
		{ lastDay: '2026-06-30', by: null, askedBy: null, requestId: null }
	]);
	expect(Object.values(ledger.may)).not.toContain(true);
});

test.each([
	['own lead', { ask: false, withdraw: true, decide: false }],
	['inspector', { ask: false, withdraw: false, decide: true }],
	['inspector and own lead', { ask: false, withdraw: true, decide: true }],
	['national observer', { ask: false, withdraw: false, decide: false }]
] as const)('while a request waits, %s may do what the policy grants', async (role, may) => {
	await anExtensionRequest(app, staged, scene.claimant);
	const ledger = await readExtensions(app, scene.people[role], staged);
	expect(ledger).toMatchObject({ may, isOwnToDecide: false });
});

test('whoever asked is told that another inspector decides', async () => {
	const both = scene.people['inspector and own lead'];
	await anExtensionRequest(app, staged, both);
	const ledger = await readExtensions(app, both, staged);
	expect(ledger).toMatchObject({ may: { decide: false, withdraw: true }, isOwnToDecide: true });
});

async function readExtensionQueue(actor: Actor) {
	return (await readRequestQueues(app, actor)).extensions;
}
