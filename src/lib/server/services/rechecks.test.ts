import { plainDate } from '#lib/domain/plain-date.ts';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aForm, anItemOfEvidence } from '../../../../tests/support/assignment-facts.ts';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { recheck, recheckOutcome } from '../db/schema/after-closure.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { outbox } from '../db/schema/service.ts';
import { moveAssignment } from './assignment-moves.ts';
import { reportComplete } from './claims.ts';
import { recordRecheck } from './rechecks.ts';
import { decideClaim } from './reviews.ts';

const KENT = { reference: 'OIC-7', organisation: 'KENT' };

async function open(recheckMonths: number | null) {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT', { name: 'Kent Police' });
	const inspector = await aPerson(app, 'inspector');
	const lead = await aPerson(app, ['lead', kent]);
	const both = await aPerson(app, 'inspector', ['lead', kent]);
	const about = await anAssignment(app, kent, { status: 'in-progress' });
	await app.db.write((tx) => tx.update(inspection).set({ recheckMonths }));
	const form = () => aForm(app, about);
	const evidence = await anItemOfEvidence(app, about, lead);
	const claim = async (by = lead) =>
		reportComplete(app, by, KENT, {
			...(await form()),
			statement: 'It is done',
			links: [{ point: 'whole', evidenceKey: evidence.key }]
		});
	const confirm = async () =>
		decideClaim(app, inspector, KENT, {
			...(await form()),
			...{ verdict: 'confirm', basis: 'visit', findings: [] }
		});
	const look = async (outcome: 'sustained' | 'reopened', by = inspector, reason = 'As we saw') =>
		recordRecheck(app, by, KENT, { ...(await form()), outcome, reason });
	const stands = async () => (await app.db.read.select().from(assignment))[0]!;
	return { app, about, inspector, lead, both, form, claim, confirm, look, stands };
}

test('what is confirmed is looked at again after the months that the inspection sets', async () => {
	const { app, claim, confirm, stands } = await open(6);
	await claim();
	await confirm();
	expect(await stands()).toMatchObject({ status: 'confirmed', recheckOn: '2026-09-02' });
	const [row] = await app.db.read.select().from(recheck);
	const [confirmation] = await app.db.read
		.select()
		.from(statusChange)
		.where(eq(statusChange.verb, 'confirm'));
	expect(row).toMatchObject({ dueOn: '2026-09-02', confirmationId: confirmation!.id });
});

test('without a setting nothing is planned, and nothing can be recorded', async () => {
	const { app, claim, confirm, look, stands } = await open(null);
	await claim();
	await confirm();
	expect((await stands()).recheckOn).toBeNull();
	await expect(look('sustained')).rejects.toMatchObject({ code: 'no-recheck' });
	expect(await app.db.read.select().from(recheckOutcome)).toEqual([]);
});

test('sustained: it stays confirmed, is due no more, and is in the trail and told to the leads', async () => {
	const { app, claim, confirm, look, stands, lead, both } = await open(12);
	await claim();
	await confirm();
	const before = await stands();
	app.goTo('2027-03-04');
	await look('sustained');
	expect(await stands()).toMatchObject({
		...{ status: 'confirmed', statusOn: before.statusOn, recheckOn: null },
		version: before.version + 1
	});
	expect(await app.db.read.select().from(recheckOutcome)).toMatchObject([
		{ outcome: 'sustained', reason: 'As we saw', onDay: '2027-03-04' }
	]);
	const entries = await app.db.read.select().from(auditEntry).orderBy(asc(auditEntry.sequence));
	expect(entries.at(-1)!.sentence).toMatch(
		/looked again at OIC-7 for Kent Police, confirmed on 2 March 2026, and found it sustained\.$/
	);
	const mails = await app.db.read.select().from(outbox);
	const told = mails.filter(({ subject }) => subject === 'OIC-7 looked at again: Kent Police');
	expect(told.map(({ to }) => to)).toEqual([lead.email, both.email]);
	await expect(look('sustained')).rejects.toMatchObject({ code: 'no-recheck' });
});

test('reopened: it is in progress again with the reason, and a second confirmation plans anew', async () => {
	const { app, claim, confirm, look, stands } = await open(6);
	await claim();
	await confirm();
	app.goTo('2026-09-03');
	await look('reopened', undefined, 'The unit was closed');
	expect(await stands()).toMatchObject({ status: 'in-progress', recheckOn: null });
	const changes = await app.db.read.select().from(statusChange).orderBy(asc(statusChange.id));
	expect(changes.at(-1)).toMatchObject({ verb: 'reopen', reason: 'The unit was closed' });
	await expect(look('sustained')).rejects.toMatchObject({ code: 'no-recheck' });
	await claim();
	await confirm();
	expect((await stands()).recheckOn).toBe('2027-03-03');
});

test('a plain reopening takes the re-check of the old confirmation away', async () => {
	const { app, inspector, claim, confirm, look, form, stands } = await open(6);
	await claim();
	await confirm();
	await moveAssignment(app, inspector, KENT, {
		...(await form()),
		...{ verb: 'reopen', reason: 'A mistake' }
	});
	expect((await stands()).recheckOn).toBeNull();
	await expect(look('sustained')).rejects.toMatchObject({ code: 'no-recheck' });
	await app.db.write((tx) => tx.update(inspection).set({ recheckMonths: null }));
	await claim();
	await confirm();
	expect((await stands()).recheckOn).toBeNull();
	await expect(look('sustained')).rejects.toMatchObject({ code: 'no-recheck' });
});

test('whoever claimed does not find it sustained, though an inspector; nor does the organisation', async () => {
	const { claim, confirm, look, both, lead } = await open(6);
	await claim(both);
	await confirm();
	await expect(look('sustained', both)).rejects.toMatchObject({ code: 'claimant-cannot-decide' });
	await expect(look('sustained', lead)).rejects.toMatchObject({ code: 'not-allowed' });
	await expect(look('sustained', undefined, ' \n')).rejects.toMatchObject({
		...{ code: 'reason-needed', field: 'reason' }
	});
	await look('sustained');
});

test('two inspectors at once: one wins, the other is told', async () => {
	const { app, claim, confirm, form, inspector } = await open(6);
	const other = await aPerson(app, 'inspector');
	await claim();
	await confirm();
	const [one, two] = [await form(), await form()];
	const results = await Promise.allSettled([
		recordRecheck(app, inspector, KENT, { ...one, outcome: 'sustained', reason: 'It holds' }),
		recordRecheck(app, other, KENT, { ...two, outcome: 'reopened', reason: 'It does not' })
	]);
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
	expect((results[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'stale' });
	expect(await app.db.read.select().from(recheckOutcome)).toHaveLength(1);
});

test('as at any day it is due when it was due then', async () => {
	const { app, claim, confirm, look } = await open(6);
	await claim();
	await confirm();
	app.goTo('2026-09-03');
	await look('reopened');
	app.goTo('2026-10-01');
	await claim();
	await confirm();
	const dueAsAt = async (day: string) =>
		(await app.db.asAt(plainDate(day)).select().from(assignment))[0]?.recheckOn;
	expect(await dueAsAt('2026-03-02')).toBe('2026-09-02');
	expect(await dueAsAt('2026-09-02')).toBe('2026-09-02');
	expect(await dueAsAt('2026-09-03')).toBeNull();
	expect(await dueAsAt('2026-10-01')).toBe('2027-04-01');
});
