import type { Actor } from '#lib/domain/actor.ts';
import { daysBetween, plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aWait } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	BLIND,
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { latestWait } from '../../../../tests/support/waiting.ts';
import { readAssignment } from '../reads/assignment.ts';
import { readWaitedFor, readWaitForm } from '../reads/waited-for.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { answerWaiting, type WaitAnswerCommand } from './waiting-answers.ts';
import { endWaiting } from './waiting.ts';

const MAY: readonly RoleName[] = ['own lead', 'inspector and own lead'];

let app: TestApp;
let scene: Scene;
let ours: Staged;
let theirs: Staged;

/** Essex waits for Kent, whose people these are. */
beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	ours = await stage(app, scene, 'in-progress');
	theirs = await stage(app, scene, 'in-progress', 3, scene.essex);
	await aWait(app, theirs, ours);
});

describe('answering a wait', () => {
	test('is dated and said in the trail, and touches neither assignment otherwise', async () => {
		const [before, waiting] = rowsOf(app, 'assignment');
		app.goTo('2026-03-16');
		await answer('own lead', { answer: 'disputed', reason: ' Delivered in May ' });
		expect(lastRowOf(app, 'waiting_response')).toMatchObject({
			assignment_id: ours.id,
			waiting_id: latestWait(app),
			actor_id: scene.people['own lead'].personId,
			on_day: '2026-03-16',
			response: 'disputed',
			reason: 'Delivered in May'
		});
		expect(rowsOf(app, 'assignment')).toEqual([{ ...before, version: 2 }, waiting]);
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			assignment_id: ours.id,
			organisation_id: scene.kent,
			sentence: `${scene.people['own lead'].name} disputed that OIC-3 for Essex Police is waiting on OIC-7 for Kent Police.`
		});
	});

	test.each(ROLE_NAMES)('is for the lead of the awaited body and nobody else: %s', async (role) => {
		const before = databaseImage(app);
		const isBlind = BLIND.includes(role);
		const refusal = isBlind ? 'not-found' : 'not-allowed';
		expect(await outcomeOf(answer(role))).toBe(MAY.includes(role) ? 'done' : refusal);
		expect(databaseImage(app) === before).toBe(!MAY.includes(role));
	});

	test('counts as it was given last', async () => {
		await answer('own lead', { answer: 'disputed', reason: 'Delivered' });
		await answer('own lead', { answer: 'acknowledged' });
		expect(rowsOf(app, 'waiting_response')).toHaveLength(2);
		const { waits } = await readWaitedFor(app, scene.people['own lead'], ours);
		expect(waits).toMatchObject([{ answer: 'acknowledged', answerReason: null }]);
	});

	test.each([undefined, '', ' \n ', '\u200b'])('as disputed needs a reason: %j', async (reason) => {
		const refusal = { code: 'reason-needed', field: 'reason' };
		await isRefused(() => answer('own lead', { answer: 'disputed', reason }), refusal);
		await answer('own lead', { answer: 'acknowledged', reason });
		expect(lastRowOf(app, 'waiting_response').reason).toBeNull();
	});

	test('is done once for one form, and refused for a page that is overtaken', async () => {
		const form = await aForm(app, ours);
		await answer('own lead', form);
		await isRefused(() => answer('own lead', form), { code: 'already-submitted' });
		const stale = { ...form, submissionKey: 'another-form-of-it' };
		await isRefused(() => answer('own lead', stale), { code: 'stale' });
	});

	test.each([
		['another body', { by: { reference: 'OIC-3', organisation: 'KENT' } }],
		['another recommendation', { by: { reference: 'OIC-7', organisation: 'ESSEX' } }],
		['no reference', { by: { reference: "OIC-3' or 1=1 --", organisation: 'ESSEX' } }],
		['another wait', { waitingId: 99 }],
		['none', { waitingId: 0 }]
	])('names a wait that there is: %s', async (_, said) => {
		await isRefused(() => answer('own lead', said), { code: 'wait-ended' });
	});

	test('is refused once the wait has ended, also for a later wait than was read', async () => {
		const read = latestWait(app);
		const { 'foreign lead': waiting } = scene.people;
		await endWaiting(app, waiting, theirs, { ...(await aForm(app, theirs)), reason: 'It came' });
		await isRefused(() => answer('own lead'), { code: 'wait-ended' });
		await aWait(app, theirs, ours);
		await isRefused(() => answer('own lead', { waitingId: read }), { code: 'wait-ended' });
		await answer('own lead');
	});

	test('is refused once whoever waits is done, and the wait is listed no more', async () => {
		await makeMove(app, scene.people.inspector, theirs, {
			...(await aForm(app, theirs)),
			...{ verb: 'set-no-further-action', reason: 'Overtaken', basis: 'visit' }
		});
		await isRefused(() => answer('own lead'), { code: 'wait-ended' });
		expect((await readWaitedFor(app, scene.people['own lead'], ours)).waits).toEqual([]);
		expect(await shown('own lead', ours)).toMatchObject({ waitedForBy: 0 });
	});
});

describe('the page of whoever waits', () => {
	test('counts the days of waiting apart from its own, and the deadline runs on', async () => {
		const { currentDueOn } = await shown('foreign lead', theirs);
		app.goTo('2026-03-12');
		const { 'foreign lead': waiting } = scene.people;
		await endWaiting(app, waiting, theirs, { ...(await aForm(app, theirs)), reason: 'It came' });
		app.goTo('2026-03-22');
		const after = await shown('foreign lead', theirs);
		const elapsed = daysBetween(after.allocatedOn, plainDate('2026-03-22'));
		const awaited = ['Kent Police'];
		expect(after.days).toEqual({ elapsed, waiting: 10, own: elapsed - 10, awaited });
		expect(after.currentDueOn).toBe(currentDueOn);
		expect((await shown('own lead', ours)).days).toMatchObject({ waiting: 0, awaited: [] });
	});
});

describe('what the two bodies see of each other', () => {
	test('is the wait on one side', async () => {
		const { waits, mayAnswer } = await readWaitedFor(app, scene.people['own observer'], ours);
		expect(waits).toEqual([
			{
				id: latestWait(app),
				reference: 'OIC-3',
				recommendationTitle: expect.any(String),
				organisationCode: 'ESSEX',
				organisationName: 'Essex Police',
				since: '2026-03-02',
				reviewOn: '2026-03-02',
				reason: 'Theirs comes first',
				answer: null,
				answeredOn: null,
				answerReason: null
			}
		]);
		expect(mayAnswer).toBe(false);
		expect(await shown('own observer', ours)).toMatchObject({ waitedForBy: 1 });
	});

	test('and the answer with its reason on the other, not who gave it', async () => {
		await answer('own lead', { answer: 'disputed', reason: 'Delivered' });
		const { waiting } = await shown('foreign observer', theirs);
		expect(waiting).toMatchObject({
			answer: 'disputed',
			answeredOn: '2026-03-02',
			answerReason: 'Delivered'
		});
		expect(JSON.stringify(waiting)).not.toContain(scene.people['own lead'].name);
	});

	test('and mail to the leads that wait, in the name of the body and without the reason', async () => {
		await answer('own lead', { answer: 'disputed', reason: 'Delivered in May' });
		const { 'foreign lead': lead, 'administrator and foreign lead': both } = scene.people;
		const mails = rowsOf(app, 'outbox');
		expect(mails.map(({ to }) => to)).toEqual([lead.email, both.email].sort());
		for (const { subject, body } of mails) {
			expect(subject).toBe('OIC-3 wait disputed: Essex Police');
			expect(body).toContain('Kent Police disputed that this waits for it');
			expect(body).toContain('/recommendations/OIC-3/ESSEX');
			expect(body).not.toContain('Delivered in May');
			expect(body).not.toContain(scene.people['own lead'].name);
		}
	});

	test.each(ROLE_NAMES)('is not there for %s of a body that has no part in it', async (role) => {
		const { [role]: actor } = scene.people;
		const outcome = await outcomeOf(readWaitedFor(app, actor, ours));
		expect(outcome).toBe(BLIND.includes(role) ? 'not-found' : 'done');
		const form = outcomeOf(readWaitForm(app, actor, ours, theirs));
		const refusal = BLIND.includes(role) ? 'not-found' : 'not-allowed';
		expect(await form).toBe(MAY.includes(role) ? 'done' : refusal);
	});
});

async function answer(role: RoleName, said: Partial<WaitAnswerCommand> = {}): Promise<void> {
	const actor: Actor = scene.people[role];
	await answerWaiting(app, actor, ours, {
		...(await aForm(app, ours)),
		by: theirs,
		waitingId: latestWait(app),
		answer: 'acknowledged',
		...said
	});
}

function shown(role: RoleName, one: Staged) {
	return readAssignment(app, scene.people[role], one, { wholeHistory: false });
}

async function isRefused(work: () => Promise<void>, refusal: { code: string; field?: string }) {
	const before = databaseImage(app);
	expect(await refusalOf(work())).toMatchObject(refusal);
	expect(databaseImage(app)).toBe(before);
}
