import { createHash } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { readReceipt } from '#lib/domain/receipt.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, anItemOfEvidence } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aCriterion, aPart, meetPart } from '../../../../tests/support/plan-facts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { verifyChain } from '../audit/verify.ts';
import { findReceiptProblems } from '../audit/verify-receipts.ts';
import { fileScan, recommendationPart, storedFile } from '../db/schema/tables.ts';
import { reportComplete, type ClaimCommand, type NamedLink } from './claims.ts';
import { withdrawEvidence } from './evidence-withdrawal.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

describe('a claim', () => {
	test('is stored with what it rests on, for each part and criterion, and where to look', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const partId = await aPart(app, staged, 'a');
		await meetPart(app, staged, partId, lead);
		const criterionId = await aCriterion(app, staged, scene.people.inspector);
		const second = await anItemOfEvidence(app, staged, lead, { title: 'Audit' });
		await claim(staged, [
			{ point: `criterion-${criterionId}`, evidenceKey: second.key },
			{ point: `part-${partId}`, evidenceKey: second.key, page: ' 4 to 6 ' },
			{ point: `part-${partId}`, evidenceKey: staged.evidenceKey }
		]);
		const { id: claimId } = lastRowOf(app, 'status_change');
		expect(rowsOf(app, 'claim_link').map(({ id: _, evidence_id: __, ...row }) => row)).toEqual([
			{ claim_id: claimId, part_id: partId, criterion_id: null, page: null },
			{ claim_id: claimId, part_id: partId, criterion_id: null, page: '4 to 6' },
			{ claim_id: claimId, part_id: null, criterion_id: criterionId, page: null }
		]);
	});

	test.each(['', ' \n\t ', '\u200b', undefined])('needs a statement: %j is none', async (text) => {
		const staged = await stage(app, scene, 'in-progress');
		const refusal = await refusalOf(claim(staged, whole(staged), { statement: text }));
		expect(refusal).toMatchObject({ code: 'statement-needed', field: 'statement' });
	});

	test('needs evidence that is not withdrawn, not of another assignment', async () => {
		const staged = await stage(app, scene, 'in-progress', 7);
		const other = await stage(app, scene, 'in-progress', 8);
		await withdraw(staged.evidenceKey);
		const before = databaseImage(app);
		expect(await outcomeOf(claim(staged, whole(other)))).toBe('evidence-needed');
		await anItemOfEvidence(app, staged, lead);
		const image = databaseImage(app);
		expect(await outcomeOf(claim(staged, whole(other)))).toBe('not-found');
		expect(await outcomeOf(claim(staged, whole(staged)))).toBe('evidence-withdrawn');
		expect(databaseImage(app)).toBe(image);
		expect(image).not.toBe(before);
	});

	test("does not take another body's evidence, and is told no more than that it is not there", async () => {
		const staged = await stage(app, scene, 'in-progress', 7);
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		const before = databaseImage(app);
		const foreign = await refusalOf(
			claim(staged, [...whole(staged), { point: 'whole', evidenceKey: theirs.evidenceKey }])
		);
		const invented = await refusalOf(
			claim(staged, [...whole(staged), { point: 'whole', evidenceKey: 'no-such-key' }])
		);
		expect(foreign).toEqual(invented);
		expect(foreign.code).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test('does not rest on an infected file, nor on a version that has a newer one', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const sha256 = 'cd'.repeat(32);
		await app.db.write(async (tx) => {
			const at = app.clock.now();
			await tx.insert(storedFile).values({ sha256, bytes: 1, mediaType: 'text/plain', at });
			await tx.insert(fileScan).values({ sha256, result: 'infected', detail: 'Eicar', at });
		});
		const file = { kind: 'file' as const, fileSha256: sha256, fileName: 'a.txt', linkUrl: null };
		const infected = await anItemOfEvidence(app, staged, lead, file);
		expect(await outcomeOf(claim(staged, [link(infected.key)]))).toBe('evidence-infected');
		const newer = await anItemOfEvidence(app, staged, lead, {
			itemKey: staged.evidenceKey,
			itemVersion: 2
		});
		expect(await outcomeOf(claim(staged, whole(staged)))).toBe('evidence-superseded');
		await claim(staged, [link(newer.key)]);
	});

	test('is stopped by every part that is not met and every one that nothing shows, all told', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const a = await aPart(app, staged, 'a');
		const b = await aPart(app, staged, 'b');
		await meetPart(app, staged, a, lead);
		const before = databaseImage(app);
		const refusal = await refusalOf(
			claim(staged, [{ point: `part-${a}`, evidenceKey: staged.evidenceKey }])
		);
		expect(refusal).toMatchObject({
			code: 'claim-incomplete',
			facts: {
				problems: [
					{ code: 'part-not-met', point: { id: b, label: 'b' } },
					{ code: 'nothing-shows-it', point: { id: b, label: 'b' } }
				]
			}
		});
		expect(databaseImage(app)).toBe(before);
	});

	test('made for parts that are gone is refused with words, so that the text is kept', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const elsewhere = await stage(app, scene, 'in-progress', 8);
		const gone = await aPart(app, staged, 'a');
		const foreign = await aPart(app, elsewhere, 'a');
		await app.db.write((tx) => tx.update(recommendationPart).set({ toDay: lastDay() }));
		for (const id of [gone, foreign]) {
			const refusal = claim(staged, [{ point: `part-${id}`, evidenceKey: staged.evidenceKey }]);
			expect(await outcomeOf(refusal)).toBe('points-changed');
		}
	});
});

describe('a receipt', () => {
	test('holds what was submitted, and stands in the chain with its claim', async () => {
		const staged = await stage(app, scene, 'in-progress');
		app.goTo(Date.parse('2026-06-30T23:30:00Z'));
		const { receiptKey } = await claim(staged, [{ ...link(staged.evidenceKey), page: '4' }]);
		const row = lastRowOf(app, 'receipt');
		expect(row).toMatchObject({ key: receiptKey, assignment_id: staged.id });
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			action: 'assignment.report-complete',
			sequence: row.chain_sequence,
			hash: row.chain_head
		});
		expect(readReceipt(String(row.content))).toMatchObject({
			reference: 'OIC-7/KENT',
			organisation: 'Kent Police',
			reportedBy: lead.name,
			at: '2026-06-30T23:30:00.000Z',
			onDay: '2026-07-01',
			statement: 'All is done',
			shows: [{ kind: 'whole', rests: [{ item: 1, page: '4' }] }],
			evidence: [{ title: 'Force policy on organised immigration crime', kind: 'link' }]
		});
		expect(await problems()).toEqual([]);
	});

	test('can be recomputed by anybody from its text, whatever was typed', async () => {
		const text = fc.string({ unit: 'binary', maxLength: 60 });
		let number = 100;
		await fc.assert(
			fc.asyncProperty(text, text, text, async (statement, title, page) => {
				const staged = await stage(app, scene, 'in-progress', ++number);
				const item = await anItemOfEvidence(app, staged, lead, { title: title.toWellFormed() });
				const said = { statement: `Done: ${statement}` };
				await claim(staged, [{ ...link(item.key), page }], said);
				const row = lastRowOf(app, 'receipt');
				const bytes = Buffer.from(String(row.content), 'utf8');
				expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.content_hash);
				const { shows, ...content } = readReceipt(bytes.toString('utf8'));
				expect(content.statement).toBe(said.statement.trim().toWellFormed());
				expect(content.evidence[0]?.title).toBe(title.toWellFormed());
				expect(shows[0]?.rests[0]?.page).toBe(page.trim().toWellFormed() || null);
			}),
			{ numRuns: 40 }
		);
		expect(await problems()).toEqual([]);
		expect((await verifyChain(app.db.read)).brokenAt).toBeNull();
	});

	test('is made once for one claim: of several leads and a form that is sent twice', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const form = await aForm(app, staged);
		const send = (actor: Actor, submissionKey: string) =>
			outcomeOf(
				reportComplete(app, actor, staged, {
					...{ version: form.version, submissionKey },
					...{ statement: 'Done', links: whole(staged) }
				})
			);
		const outcomes = await Promise.all([
			send(lead, 'mine'),
			send(lead, 'mine'),
			send(scene.claimant, 'theirs'),
			send(scene.people['inspector and own lead'], 'another')
		]);
		expect(outcomes).toEqual(['done', 'already-submitted', 'stale', 'stale']);
		expect(rowsOf(app, 'receipt')).toHaveLength(1);
		expect(rowsOf(app, 'claim_link')).toHaveLength(1);
	});

	test('is never changed or taken away', async () => {
		await claim(await stage(app, scene, 'in-progress'));
		for (const table of ['receipt', 'claim_link']) {
			for (const statement of [`update ${table} set id = id`, `delete from ${table}`]) {
				const work = app.db.write((tx) => tx.run(statement));
				await expect(work, statement).rejects.toMatchObject({
					cause: { message: `${table} is append-only` }
				});
			}
		}
	});
});

function whole({ evidenceKey }: Staged): NamedLink[] {
	return [link(evidenceKey)];
}

function link(evidenceKey: string): NamedLink {
	return { point: 'whole', evidenceKey };
}

function lastDay() {
	return lastRowOf(app, 'recommendation_part').from_day as never;
}

async function claim(
	staged: Staged,
	links: readonly NamedLink[] = whole(staged),
	said: Partial<ClaimCommand> = {}
) {
	const form = await aForm(app, staged);
	return reportComplete(app, lead, staged, { ...form, statement: 'All is done', ...said, links });
}

async function withdraw(key: string) {
	await withdrawEvidence(app, lead, key, { reason: 'The wrong policy', submissionKey: `w-${key}` });
}

async function problems() {
	return Array.fromAsync(findReceiptProblems(app.db.read));
}
