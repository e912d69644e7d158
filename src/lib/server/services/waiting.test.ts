import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { endWaiting, recordWaiting, type WaitingCommand } from './waiting.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let staged: Staged;
let theirs: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress');
	theirs = await stage(app, scene, 'in-progress', 3, scene.essex);
});

describe('waiting for another body', () => {
	test('is recorded with the other assignment, a reason and a review, and the deadline runs on', async () => {
		const before = lastOwn();
		await wait({ reason: 'Their system feeds ours' });
		expect(lastRowOf(app, 'waiting')).toMatchObject({
			assignment_id: staged.id,
			on_assignment_id: theirs.id,
			reason: 'Their system feeds ours',
			review_on: '2026-06-01',
			actor_id: lead.personId,
			on_day: '2026-03-02'
		});
		expect(lastOwn()).toEqual({ ...before, version: 2 });
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} recorded that OIC-7 for Kent Police is waiting on OIC-3 for Essex Police, to be reviewed on 1 June 2026.`
		);
	});

	test('is told to the leads of the other body, without its reason and who recorded it', async () => {
		await wait({ reason: 'Their system feeds ours' });
		const { 'foreign lead': other, 'administrator and foreign lead': both } = scene.people;
		const mails = rowsOf(app, 'outbox');
		expect(mails.map(({ to }) => to)).toEqual([other.email, both.email].sort());
		for (const { subject, body } of mails) {
			expect(subject).toBe('OIC-3 is waited for: Essex Police');
			expect(body).toContain('Kent Police recorded that it waits for this.');
			expect(body).toContain('/recommendations/OIC-3/ESSEX/waited-for');
			expect(body).not.toContain('Their system feeds ours');
			expect(body).not.toContain(lead.name);
		}
	});

	test.each([
		['no such recommendation', { onReference: 'OIC-9' }],
		['no such organisation', { onOrganisation: 'NOWHERE' }],
		['an organisation that it does not fall to', { onReference: 'OIC-7' }],
		['no reference at all', { onReference: "OIC-3' --" }],
		['itself', { onReference: 'OIC-7', onOrganisation: 'KENT' }]
	])('needs an assignment to wait for: %s', async (_, said) => {
		await isRefused(() => wait(said), { code: 'unknown-reference', field: 'on' });
	});

	test('is reviewed today or later, never in the past', async () => {
		const yesterday = plainDate('2026-03-01');
		await isRefused(() => wait({ reviewOn: yesterday }), {
			code: 'date-in-past',
			field: 'reviewOn'
		});
		await wait({ reviewOn: plainDate('2026-03-02') });
	});

	test.each(['', ' \n ', '\u200b'])('needs a reason: %j is none', async (reason) => {
		await isRefused(() => wait({ reason }), { code: 'reason-needed', field: 'reason' });
	});

	test('is recorded once until it ends', async () => {
		await wait({});
		await isRefused(() => wait({}), { code: 'already-waiting' });
		await end('It came');
		await wait({ reason: 'It was taken back' });
		expect(rowsOf(app, 'waiting')).toHaveLength(2);
	});
});

describe('the end of a wait', () => {
	test('is a row of its own, and the wait stays as it was', async () => {
		await wait({});
		const recorded = lastRowOf(app, 'waiting');
		app.goTo('2026-04-04');
		await end(undefined);
		expect(lastRowOf(app, 'waiting')).toEqual(recorded);
		expect(lastRowOf(app, 'waiting_end')).toMatchObject({
			waiting_id: recorded.id,
			on_day: '2026-04-04',
			reason: null
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} recorded that OIC-7 for Kent Police is no longer waiting on OIC-3 for Essex Police.`
		);
	});

	test('is refused where nothing waits, also the second time', async () => {
		await isRefused(() => end('It came'), { code: 'not-waiting' });
		await wait({});
		await end('It came');
		await isRefused(() => end('It came again'), { code: 'not-waiting' });
	});

	test('comes once, even from a statement that goes past the service', async () => {
		await wait({});
		await end('It came');
		const again = rawConnection(app).prepare(
			`insert into waiting_end (assignment_id, at, on_day, waiting_id)
			select assignment_id, at, on_day, waiting_id from waiting_end`
		);
		expect(() => again.run()).toThrow('UNIQUE');
	});
});

async function isRefused(work: () => Promise<void>, refusal: { code: string; field?: string }) {
	const before = databaseImage(app);
	expect(await refusalOf(work())).toMatchObject(refusal);
	expect(databaseImage(app)).toBe(before);
}

async function wait(said: Partial<WaitingCommand>): Promise<void> {
	await recordWaiting(app, lead, staged, {
		...(await aForm(app, staged)),
		onReference: 'OIC-3',
		onOrganisation: 'ESSEX',
		reason: 'Theirs comes first',
		reviewOn: plainDate('2026-06-01'),
		...said
	});
}

async function end(reason: string | undefined): Promise<void> {
	await endWaiting(app, lead, staged, { ...(await aForm(app, staged)), reason });
}

function lastOwn() {
	return rowsOf(app, 'assignment').find((row) => row.id === staged.id);
}
