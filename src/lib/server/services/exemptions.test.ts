import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen, moveOf, VERBS } from '#lib/domain/status.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { anExemptionRequest } from '../../../../tests/support/exemption.ts';
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
import { draftsOfAll } from '../../../../tests/support/writing.ts';
import { readSummary } from '../reads/summary.ts';
import { askExemption, decideExemption, withdrawExemption } from './exemptions.ts';

const REASON = 'Another unit does this for us';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

describe('asking', () => {
	test('is dated, keeps its reason, and leaves the status and the deadline as they are', async () => {
		const before = lastRowOf(app, 'assignment');
		app.goTo('2026-03-31');
		await ask('own lead', { reason: ` ${REASON}\n\nsince 2024: ŵ ł ` });
		expect(lastRowOf(app, 'exemption_request')).toMatchObject({
			assignment_id: staged.id,
			actor_id: scene.people['own lead'].personId,
			on_day: '2026-03-31',
			reason: `${REASON}\n\nsince 2024: ŵ ł`
		});
		expect(lastRowOf(app, 'assignment')).toEqual({ ...before, version: 2 });
	});

	test.each(ASSIGNMENT_STATUSES)('is possible only while work is owed: %s', async (status) => {
		staged = await stage(app, scene, status, 8);
		const before = databaseImage(app);
		const outcome = await outcomeOf(ask('own lead'));
		const refusal = isOpen(status) ? 'claim-waits' : 'assignment-closed';
		const isAskable = ['not-started', 'in-progress', 'returned'].includes(status);
		expect(outcome).toBe(isAskable ? 'done' : refusal);
		if (!isAskable) expect(databaseImage(app)).toBe(before);
	});

	test('is done once, until it is answered or withdrawn', async () => {
		await ask('own lead');
		expect(await outcomeOf(ask('own lead'))).toBe('already-asked');
		await withdraw('own lead');
		await ask('own lead');
		await decide('inspector', 'refuse');
		expect(await outcomeOf(ask('own lead'))).toBe('done');
	});

	test.each([' ', '\u200b', ''])('needs a reason that can be seen: %j', async (reason) => {
		const before = databaseImage(app);
		const refusal = await refusalOf(ask('own lead', { reason }));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
		expect(databaseImage(app)).toBe(before);
	});

	test('is told to the inspectors, without its reason', async () => {
		await ask('own lead');
		const { inspector, 'inspector and own lead': both } = scene.people;
		expect(mails()).toEqual([
			[inspector.email, 'OIC-7 asked to be not applicable: Kent Police'],
			[both.email, 'OIC-7 asked to be not applicable: Kent Police']
		]);
		for (const { body } of rowsOf(app, 'outbox')) {
			expect(body).toContain('/recommendations/OIC-7/KENT/exemption');
			expect(body).not.toContain(REASON);
		}
	});
});

describe('while a request is open', () => {
	test.each(VERBS)(
		'%s waits for the answer where the table says so, and only there',
		async (verb) => {
			const [from] = moveOf(verb).from;
			staged = await stage(app, scene, from!, 8);
			await anExemptionRequest(app, staged, scene.claimant);
			const before = databaseImage(app);
			const { inspector, 'own lead': lead } = scene.people;
			const isInspectors = /^(confirm|return|reopen|set-)/.test(verb);
			const outcome = await outcomeOf(
				makeMove(app, isInspectors ? inspector : lead, staged, {
					...(await aForm(app, staged)),
					...{ verb, statement: 'All is done', reason: 'It came to light', basis: 'visit' }
				})
			);
			const waits = /^(report-complete|confirm|set-.*)$/.test(verb);
			expect(outcome).toBe(waits ? 'exemption-asked' : 'done');
			expect(databaseImage(app) === before).toBe(waits);
		}
	);

	test('a withdrawn or refused one holds nothing up', async () => {
		await ask('own lead');
		await withdraw('own lead');
		await ask('own lead');
		await decide('inspector', 'refuse');
		const form = await aForm(app, staged);
		const claim = { ...form, verb: 'report-complete', statement: 'All is done' } as const;
		expect(await outcomeOf(makeMove(app, scene.people['own lead'], staged, claim))).toBe('done');
	});
});

describe('agreeing', () => {
	test.each(['not-started', 'in-progress', 'returned'] as const)(
		'sets the assignment not applicable by its table of moves, in one change: from %s',
		async (status) => {
			staged = await stage(app, scene, status, 8);
			await ask('own lead');
			await decide('inspector', 'agree', 'It has no such function');
			expect(lastRowOf(app, 'exemption_decision')).toMatchObject({
				request_id: lastRowOf(app, 'exemption_request').id,
				is_agreed: 1,
				reason: 'It has no such function',
				actor_id: scene.people.inspector.personId
			});
			expect(lastRowOf(app, 'status_change')).toMatchObject({
				verb: 'set-not-applicable',
				from_status: status,
				to_status: 'not-applicable',
				reason: 'It has no such function'
			});
			expect(lastRowOf(app, 'assignment')).toMatchObject({
				status: 'not-applicable',
				status_on: '2026-03-02',
				version: 3
			});
		}
	);

	test('takes it out of the total, and the movement still adds up', async () => {
		await stage(app, scene, 'in-progress', 8);
		app.goTo('2026-03-20');
		await ask('own lead');
		await decide('inspector', 'agree');
		const since = plainDate('2026-03-10');
		const { counts, movement } = await readSummary(app, scene.people.inspector, { since });
		expect(counts.statuses['not-applicable']).toBe(1);
		expect(movement).toMatchObject({ opening: 2, closedOtherwise: 1, confirmed: 0, closing: 1 });
	});

	test('can be undone by reopening, and asked again', async () => {
		await ask('own lead');
		await decide('inspector', 'agree');
		const form = await aForm(app, staged);
		await makeMove(app, scene.people.inspector, staged, {
			...form,
			verb: 'reopen',
			reason: 'They do it after all'
		});
		expect(await outcomeOf(ask('own lead'))).toBe('done');
	});
});

describe('deciding', () => {
	test('against it leaves the status as it is', async () => {
		await ask('own lead');
		await decide('inspector', 'refuse', 'The unit does only half of it');
		expect(lastRowOf(app, 'exemption_decision')).toMatchObject({ is_agreed: 0 });
		expect(lastRowOf(app, 'assignment')).toMatchObject({ status: 'in-progress', version: 3 });
		expect(rowsOf(app, 'status_change').map((row) => row.verb)).toEqual(['allocate']);
	});

	test.each(['agree', 'refuse'] as const)(
		'is for another than whoever asked, whatever roles they hold: %s',
		async (answer) => {
			await ask('inspector and own lead');
			const before = databaseImage(app);
			expect(await outcomeOf(decide('inspector and own lead', answer))).toBe('asker-cannot-decide');
			expect(databaseImage(app)).toBe(before);
			expect(await outcomeOf(decide('inspector', answer))).toBe('done');
		}
	);

	test('by two at once is done by one, and the other is told by whom', async () => {
		await ask('own lead');
		const stamp = await aForm(app, staged);
		const { inspector, 'inspector and own lead': other } = scene.people;
		const one = { ...stamp, answer: 'agree', reason: 'Yes' } as const;
		const two = { ...stamp, answer: 'refuse', reason: 'No', submissionKey: 'another' } as const;
		const [first, second] = await Promise.all([
			outcomeOf(decideExemption(app, inspector, staged, one)),
			refusalOf(decideExemption(app, other, staged, two))
		]);
		expect(first).toBe('done');
		expect(second).toMatchObject({
			code: 'stale',
			facts: {
				changes: [{ sentence: expect.stringContaining(`${inspector.name} agreed that OIC-7`) }]
			}
		});
		// Saving theirs anyway does not decide it a second time.
		expect(await outcomeOf(decide('inspector and own lead', 'refuse'))).toBe('nothing-asked');
		expect(rowsOf(app, 'exemption_decision')).toHaveLength(1);
	});

	test.each(['agree', 'refuse'] as const)(
		'and the organisation’s leads are told, without the reason: %s',
		async (answer) => {
			await anExemptionRequest(app, staged, scene.claimant);
			await decide('inspector', answer, 'For reasons of our own');
			const { 'own lead': lead, 'inspector and own lead': both } = scene.people;
			const to = [lead.email, both.email, scene.claimant.email].sort();
			expect(mails().map(([address]) => address)).toEqual(to);
			const bodies = rowsOf(app, 'outbox').map((row) => String(row.body));
			expect(bodies.join()).not.toContain('For reasons of our own');
		}
	);

	test('where nothing is asked, or no more, changes nothing', async () => {
		expect(await outcomeOf(decide('inspector', 'agree'))).toBe('nothing-asked');
		await ask('own lead');
		await withdraw('own lead');
		const before = databaseImage(app);
		expect(await outcomeOf(decide('inspector', 'agree'))).toBe('nothing-asked');
		expect(await outcomeOf(withdraw('own lead'))).toBe('nothing-asked');
		expect(databaseImage(app)).toBe(before);
	});

	test('is done once, whatever a hand does past every rule of ours', async () => {
		await ask('own lead');
		await decide('inspector', 'refuse');
		const again = `insert into exemption_decision
			(assignment_id, at, on_day, actor_id, request_id, is_agreed, reason)
			select assignment_id, at, on_day, actor_id, request_id, 1, 'x' from exemption_decision`;
		expect(() => rawConnection(app).exec(again)).toThrow('UNIQUE');
	});
});

test('withdrawing needs no reason, and is told to the inspectors', async () => {
	await anExemptionRequest(app, staged, scene.claimant);
	await withdraw('own lead');
	expect(lastRowOf(app, 'exemption_withdrawal')).toMatchObject({ request_id: 1, reason: null });
	expect(mails().map(([, subject]) => subject)).toEqual([
		'OIC-7 request withdrawn: Kent Police',
		'OIC-7 request withdrawn: Kent Police'
	]);
});

test('what is sent is no draft any more, and only that of its own kind and writer is gone', async () => {
	await draftsOfAll(app, staged, 'exemption');
	await draftsOfAll(app, staged, 'exemption-decision');
	const left = (actor: Actor) =>
		rowsOf(app, 'draft')
			.filter((row) => row.person_id === actor.personId)
			.map((row) => String(row.form).split(':')[0]);
	await ask('own lead', { draftVersion: 1 });
	expect(left(scene.people['own lead'])).toEqual(['exemption-decision']);
	const stamp = await aForm(app, staged);
	const decision = { ...stamp, answer: 'refuse', reason: 'No', draftVersion: 1 } as const;
	await decideExemption(app, scene.people.inspector, staged, decision);
	expect(left(scene.people.inspector)).toEqual(['exemption']);
});

async function ask(role: RoleName, more: { reason?: string; draftVersion?: number } = {}) {
	const form = await aForm(app, staged);
	await askExemption(app, scene.people[role], staged, { ...form, reason: REASON, ...more });
}

async function decide(role: RoleName, answer: 'agree' | 'refuse', reason = 'So it is') {
	const form = await aForm(app, staged);
	await decideExemption(app, scene.people[role], staged, { ...form, answer, reason });
}

async function withdraw(role: RoleName) {
	await withdrawExemption(app, scene.people[role], staged, await aForm(app, staged));
}

function mails() {
	return rowsOf(app, 'outbox').map((row) => [String(row.to), String(row.subject)] as const);
}
