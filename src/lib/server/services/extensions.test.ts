import { plainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen } from '#lib/domain/status.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aDeadline, anExtensionRequest } from '../../../../tests/support/extension.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { setDeadline } from './deadlines.ts';
import {
	askExtension,
	decideExtension,
	withdrawExtension,
	type ExtensionDecisionCommand
} from './extensions.ts';

const REASON = 'The system is delivered late';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
	await aDeadline(app, staged);
});

describe('asking for more time', () => {
	test('is dated, keeps its reason and the deadline as it stood, and moves nothing', async () => {
		const before = lastRowOf(app, 'assignment');
		app.goTo('2026-05-04');
		await ask('own lead', '2026-09-30', ` ${REASON}\n\nsince March: ŵ ł `);
		expect(lastRowOf(app, 'extension_request')).toMatchObject({
			assignment_id: staged.id,
			actor_id: scene.people['own lead'].personId,
			on_day: '2026-05-04',
			current_due_on: '2026-06-30',
			asked_due_on: '2026-09-30',
			reason_code: 'procurement',
			reason: `${REASON}\n\nsince March: ŵ ł`
		});
		expect(lastRowOf(app, 'assignment')).toEqual({ ...before, version: 2 });
		expect(rowsOf(app, 'deadline_revision')).toHaveLength(1);
	});

	test.each(ASSIGNMENT_STATUSES)('is possible only while work is owed: %s', async (status) => {
		staged = await stage(app, scene, status, 8);
		await aDeadline(app, staged);
		const before = databaseImage(app);
		const outcome = await outcomeOf(ask('own lead'));
		const refusal = isOpen(status) ? 'claim-needs-no-time' : 'assignment-closed';
		const isAskable = ['not-started', 'in-progress', 'returned'].includes(status);
		expect(outcome).toBe(isAskable ? 'done' : refusal);
		if (!isAskable) expect(databaseImage(app)).toBe(before);
	});

	test('where there is no deadline changes nothing', async () => {
		staged = await stage(app, scene, 'in-progress', 8);
		const before = databaseImage(app);
		expect(await outcomeOf(ask('own lead'))).toBe('nothing-to-extend');
		expect(databaseImage(app)).toBe(before);
	});

	test('is done once, until it is answered or withdrawn', async () => {
		await ask('own lead');
		expect(await outcomeOf(ask('own lead'))).toBe('extension-asked');
		await withdraw('own lead');
		await ask('own lead');
		await decide('inspector', { answer: 'refuse' });
		expect(await outcomeOf(ask('own lead'))).toBe('done');
	});

	test.each(['2026-06-30', '2026-06-01'])('for %s, not later, is refused', async (day) => {
		const refusal = await refusalOf(ask('own lead', day));
		expect(refusal).toMatchObject({ code: 'not-later', field: 'askedDueOn' });
	});

	test.each([' ', '\u200b', ''])('needs a reason that can be seen: %j', async (reason) => {
		const refusal = await refusalOf(ask('own lead', '2026-09-30', reason));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	});

	test('is told to the inspectors, without its reason', async () => {
		await ask('own lead');
		const { inspector, 'inspector and own lead': both } = scene.people;
		expect(mails()).toEqual([
			[inspector.email, 'OIC-7 asked for more time: Kent Police'],
			[both.email, 'OIC-7 asked for more time: Kent Police']
		]);
		for (const { body } of rowsOf(app, 'outbox')) {
			expect(body).toContain('/recommendations/OIC-7/KENT/extensions');
			expect(body).not.toContain(REASON);
		}
	});
});

describe('deciding', () => {
	test('for it moves the deadline by a revision that names who asked and who decided', async () => {
		await ask('own lead');
		app.goTo('2026-06-10');
		await decide('inspector', { answer: 'grant', reason: 'Seen the contract' });
		expect(lastRowOf(app, 'deadline_revision')).toMatchObject({
			last_day: '2026-09-30',
			kind: 'fixed-day',
			set_by: 'inspectorate',
			reason: 'Seen the contract',
			actor_id: scene.people.inspector.personId,
			asked_by: scene.people['own lead'].personId,
			on_day: '2026-06-10'
		});
		expect(lastRowOf(app, 'extension_decision')).toMatchObject({
			answer: 'grant',
			granted_due_on: '2026-09-30',
			revision_id: lastRowOf(app, 'deadline_revision').id,
			request_id: lastRowOf(app, 'extension_request').id
		});
		expect(standing()).toEqual(['2026-06-30', '2026-09-30', 1, 3]);
	});

	test('another day moves the deadline to that day, and keeps the one asked for beside it', async () => {
		await ask('own lead');
		await decide('inspector', { answer: 'grant-other', grantedDueOn: plainDate('2026-07-31') });
		expect(lastRowOf(app, 'extension_decision')).toMatchObject({
			answer: 'grant-other',
			granted_due_on: '2026-07-31'
		});
		expect(lastRowOf(app, 'extension_request')).toMatchObject({ asked_due_on: '2026-09-30' });
		expect(standing()).toEqual(['2026-06-30', '2026-07-31', 1, 3]);
	});

	test('against it leaves the deadline as it is', async () => {
		await ask('own lead');
		await decide('inspector', { answer: 'refuse' });
		expect(lastRowOf(app, 'extension_decision')).toMatchObject({
			answer: 'refuse',
			granted_due_on: null,
			revision_id: null
		});
		expect(rowsOf(app, 'deadline_revision')).toHaveLength(1);
		expect(standing()).toEqual(['2026-06-30', '2026-06-30', 0, 3]);
	});

	test('twice counts two moves, measured from the original, which never changes', async () => {
		await ask('own lead', '2026-07-31');
		await decide('inspector', { answer: 'grant' });
		await ask('own lead', '2026-09-30');
		await decide('inspector', { answer: 'grant' });
		expect(standing()).toEqual(['2026-06-30', '2026-09-30', 2, 5]);
	});

	test.each(['grant', 'refuse'] as const)(
		'is for another than whoever asked, whatever roles they hold: %s',
		async (answer) => {
			await ask('inspector and own lead');
			const before = databaseImage(app);
			const own = decide('inspector and own lead', { answer });
			expect(await outcomeOf(own)).toBe('asker-cannot-decide');
			expect(databaseImage(app)).toBe(before);
			expect(await outcomeOf(decide('inspector', { answer }))).toBe('done');
		}
	);

	test('a day that is not later than a deadline that was moved meanwhile changes nothing', async () => {
		await ask('own lead', '2026-07-31');
		const form = await aForm(app, staged);
		await setDeadline(app, scene.people.inspector, staged, {
			...form,
			kind: 'fixed-day',
			lastDay: plainDate('2026-08-31'),
			rule: 'The day that the inspectorate set',
			setBy: 'inspectorate',
			reason: 'For all forces'
		});
		const before = databaseImage(app);
		expect(await refusalOf(decide('inspector', { answer: 'grant' }))).toMatchObject({
			code: 'not-later',
			facts: { currentDueOn: '2026-08-31' }
		});
		expect(databaseImage(app)).toBe(before);
	});

	test('after it was closed is not possible; withdrawing is', async () => {
		await anExtensionRequest(
			app,
			(staged = await stage(app, scene, 'in-progress', 8)),
			scene.claimant
		);
		const form = await aForm(app, staged);
		const reason = 'A later inspection takes its place';
		const verb = 'set-no-further-action' as const;
		await makeMove(app, scene.people.inspector, staged, { ...form, verb, reason });
		expect(await outcomeOf(decide('inspector', { answer: 'grant' }))).toBe('assignment-closed');
		expect(await outcomeOf(withdraw('own lead'))).toBe('done');
	});

	test.each(['grant', 'refuse'] as const)(
		'is told to the organisation’s leads, without the reason: %s',
		async (answer) => {
			staged = await stage(app, scene, 'in-progress', 8);
			await anExtensionRequest(app, staged, scene.claimant);
			await decide('inspector', { answer, reason: 'For reasons of our own' });
			const { 'own lead': lead, 'inspector and own lead': both } = scene.people;
			const to = [lead.email, both.email, scene.claimant.email].sort();
			expect(mails().map(([address]) => address)).toEqual(to);
			const bodies = rowsOf(app, 'outbox').map((row) => String(row.body));
			expect(bodies.join()).not.toContain('For reasons of our own');
		}
	);
});

test('withdrawing needs no reason, and is told to the inspectors', async () => {
	await ask('own lead');
	await withdraw('own lead');
	expect(lastRowOf(app, 'extension_withdrawal')).toMatchObject({ request_id: 1, reason: null });
	expect(mails().at(-1)?.[1]).toBe('OIC-7 request for more time withdrawn: Kent Police');
});

async function ask(role: RoleName, day = '2026-09-30', reason = REASON) {
	const form = await aForm(app, staged);
	const asked = { askedDueOn: plainDate(day), reasonCode: 'procurement', reason } as const;
	await askExtension(app, scene.people[role], staged, { ...form, ...asked });
}

async function decide(
	role: RoleName,
	decision: Pick<ExtensionDecisionCommand, 'answer' | 'grantedDueOn'> & { reason?: string }
) {
	const form = await aForm(app, staged);
	const command = { ...form, reason: 'So it is', ...decision };
	await decideExtension(app, scene.people[role], staged, command);
}

async function withdraw(role: RoleName) {
	await withdrawExtension(app, scene.people[role], staged, await aForm(app, staged));
}

/** Original and current deadline, moves and version of the assignment that is staged last. */
function standing() {
	const row = lastRowOf(app, 'assignment');
	return [row.original_due_on, row.current_due_on, row.deadline_moves, row.version];
}

function mails() {
	return rowsOf(app, 'outbox').map((row) => [String(row.to), String(row.subject)] as const);
}
