import { plainDate } from '#lib/domain/plain-date.ts';
import { and, asc, eq, like } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aRecommendationOf } from '../../../../tests/support/after-closure.ts';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { anExemptionRequest } from '../../../../tests/support/exemption.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { supersession } from '../db/schema/after-closure.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { outbox } from '../db/schema/service.ts';
import { supersede } from './supersession.ts';

/** 'NEW-1' of an inspection a year after OIC, and 'OLD-1' of one a year before. */
async function open() {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT', { name: 'Kent Police' });
	const essex = await anOrganisation(app, 'ESSEX');
	const inspector = await aPerson(app, 'inspector');
	const lead = await aPerson(app, ['lead', kent]);
	const claimed = await anAssignment(app, kent, {
		...{ status: 'reported-complete', claimedBy: lead.personId },
		claimedOn: plainDate('2026-02-02')
	});
	await anAssignment(app, essex, { status: 'confirmed' });
	await aRecommendationOf(app, 'NEW', '2026-05-16');
	await aRecommendationOf(app, 'OLD', '2024-05-16');
	const by = (reference: string, reason = 'It asks for the same, and more') => ({
		...{ by: reference, reason, submissionKey: aKey() }
	});
	return { app, kent, inspector, lead, claimed, by };
}

test('what is open is closed with no further action and says by what; the rest stays as it is', async () => {
	const { app, inspector, lead, by } = await open();
	await supersede(app, inspector, 'OIC-7', by('NEW-1'));
	const rows = await app.db.read.select().from(assignment).orderBy(asc(assignment.id));
	expect(rows).toMatchObject([
		{ status: 'no-further-action', claimedOn: null, claimedBy: null, version: 2 },
		{ status: 'confirmed', version: 1 }
	]);
	const changes = await app.db.read
		.select()
		.from(statusChange)
		.where(eq(statusChange.verb, 'set-no-further-action'));
	expect(changes).toMatchObject([
		{
			fromStatus: 'reported-complete',
			reason: 'Superseded by NEW-1: It asks for the same, and more'
		}
	]);
	const sentences = await app.db.read
		.select({ sentence: auditEntry.sentence })
		.from(auditEntry)
		.where(like(auditEntry.action, '%supersede'))
		.orderBy(asc(auditEntry.sequence));
	expect(sentences.map(({ sentence }) => sentence.replace(/^Person \d+ /, ''))).toEqual([
		'closed OIC-7 for Kent Police with no further action, superseded by NEW-1.',
		'recorded that OIC-7 is superseded by NEW-1, which closed 1 open assignment.'
	]);
	const mails = await app.db.read.select().from(outbox);
	expect(mails.map(({ to }) => to)).toEqual([lead.email]);
});

test('itself, an earlier one, one that is not there, and a second time are refused, and nothing is stored', async () => {
	const { app, inspector, by } = await open();
	const refusals = [
		['OIC-7', 'OIC-7', 'supersedes-itself'],
		['OIC-7', 'OLD-1', 'not-a-later-inspection'],
		['OIC-7', 'NEW-9', 'unknown-reference'],
		['OIC-99', 'NEW-1', 'not-found']
	] as const;
	for (const [reference, later, code] of refusals) {
		await expect(supersede(app, inspector, reference, by(later))).rejects.toMatchObject({ code });
	}
	await expect(supersede(app, inspector, 'OIC-7', by('NEW-1', ' '))).rejects.toMatchObject({
		...{ code: 'reason-needed', field: 'reason' }
	});
	expect(await app.db.read.select().from(supersession)).toEqual([]);
	await supersede(app, inspector, 'OIC-7', by('NEW-1'));
	await expect(supersede(app, inspector, 'OIC-7', by('NEW-1'))).rejects.toMatchObject({
		code: 'already-superseded'
	});
});

test('a round is refused, though an inspection is dated anew', async () => {
	const { app, inspector, by } = await open();
	await supersede(app, inspector, 'OIC-7', by('NEW-1'));
	await app.db.write((tx) =>
		tx
			.update(inspection)
			.set({ publishedOn: plainDate('2027-01-01') })
			.where(eq(inspection.code, 'OIC'))
	);
	await expect(supersede(app, inspector, 'NEW-1', by('OIC-7'))).rejects.toMatchObject({
		code: 'supersedes-in-a-round'
	});
});

test('a request that waits for its answer, and one’s own claim, hold it up as a whole', async () => {
	const { app, kent, inspector, lead, claimed, by } = await open();
	const both = await aPerson(app, 'inspector', ['lead', kent]);
	await app.db.write((tx) =>
		tx.update(assignment).set({ claimedBy: both.personId }).where(eq(assignment.id, claimed.id))
	);
	await expect(supersede(app, both, 'OIC-7', by('NEW-1'))).rejects.toMatchObject({
		code: 'claimant-cannot-decide'
	});
	await anExemptionRequest(app, claimed, lead);
	await expect(supersede(app, inspector, 'OIC-7', by('NEW-1'))).rejects.toMatchObject({
		code: 'exemption-asked'
	});
	expect(await app.db.read.select().from(supersession)).toEqual([]);
	const moved = and(eq(statusChange.verb, 'set-no-further-action'));
	expect(await app.db.read.select().from(statusChange).where(moved)).toEqual([]);
});

test('only the inspectorate supersedes, and a form that is sent twice is carried out once', async () => {
	const { app, inspector, lead, by } = await open();
	const administrator = await aPerson(app, 'administrator');
	for (const actor of [lead, administrator, await aPerson(app, 'observer')]) {
		await expect(supersede(app, actor, 'OIC-7', by('NEW-1'))).rejects.toMatchObject({
			code: 'not-allowed'
		});
	}
	const command = by('NEW-1');
	await supersede(app, inspector, 'OIC-7', command);
	await expect(supersede(app, inspector, 'OIC-7', command)).rejects.toMatchObject({
		code: 'already-submitted'
	});
});
