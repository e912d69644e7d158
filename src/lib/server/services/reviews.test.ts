import type { Actor } from '#lib/domain/actor.ts';
import type { Finding, FindingSaid } from '#lib/domain/review.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aCriterion } from '../../../../tests/support/plan-facts.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { allMet, aReview, claimOn, decideOn } from '../../../../tests/support/review.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readAssignment } from '../reads/assignment.ts';
import { moveAssignment } from './assignment-moves.ts';
import { setCriteria } from './criteria.ts';
import { decideClaim, type ReviewCommand } from './reviews.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
let second: Actor;
let lead: Actor;
let staged: Staged;
/** The criteria of the claim that waits, by their ids. */
let criteria: number[];

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector, 'own lead': lead } = scene.people);
	second = await aPerson(app, 'inspector');
	staged = await stage(app, scene, 'in-progress');
	criteria = [
		await aCriterion(app, staged, inspector),
		await aCriterion(app, staged, inspector),
		await aCriterion(app, staged, inspector)
	];
	await claim();
});

describe('a decision', () => {
	test('writes the review, a finding for each criterion and the move, or nothing', async () => {
		await decide(inspector, {
			verdict: 'return',
			basis: 'visit',
			reason: ' Two gaps remain ',
			findings: [
				finds(2, 'not-met', ' No records '),
				finds(0, 'met', ''),
				finds(1, 'partly-met', 'Half of the suites')
			]
		});
		const { id: claimId } = rowsOf(app, 'status_change').find(
			({ verb }) => verb === 'report-complete'
		)!;
		expect(rowsOf(app, 'claim_review')).toMatchObject([
			{
				...{ assignment_id: staged.id, actor_id: inspector.personId, claim_id: claimId },
				...{ verdict: 'return', basis: 'visit', reason: 'Two gaps remain' }
			}
		]);
		expect(
			rowsOf(app, 'criterion_finding').map((row) => [row.criterion_id, row.finding, row.reason])
		).toEqual([
			[criteria[0], 'met', null],
			[criteria[1], 'partly-met', 'Half of the suites'],
			[criteria[2], 'not-met', 'No records']
		]);
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			...{ verb: 'return', to_status: 'returned', reason: 'Two gaps remain', basis: 'visit' }
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${inspector.name} returned OIC-7 for Kent Police with reasons.`
		);
	});

	test('tells the organisation, who then reads the findings with their reasons', async () => {
		const findings = [finds(0, 'met'), finds(1, 'partly-met', 'Half'), finds(2, 'not-met', 'None')];
		await decide(inspector, { verdict: 'return', reason: 'Gaps', findings });
		expect(rowsOf(app, 'outbox').some(({ to }) => to === lead.email)).toBe(true);
		const shown = await readAssignment(app, lead, staged, { wholeHistory: false });
		expect(shown.decisions[0]).toMatchObject({
			verb: 'return',
			review: {
				reviewer: inspector.name,
				findings: [
					{ finding: 'met', reason: null },
					{ finding: 'partly-met', reason: 'Half' },
					{ finding: 'not-met', reason: 'None' }
				]
			}
		});
	});

	const CASES: [string, string, Partial<ReviewCommand> | (() => Partial<ReviewCommand>)][] = [
		['criteria-changed', 'a criterion left out', () => ({ findings: allFound().slice(1) })],
		[
			'criteria-changed',
			'one marked twice for another',
			() => ({ findings: [finds(0, 'met'), finds(0, 'met'), finds(1, 'met')] })
		],
		[
			'finding-reason-needed',
			'not met, without why',
			() => ({ findings: [finds(0, 'not-met', ' '), ...allFound().slice(1)] })
		],
		[
			'reason-needed',
			'confirmed although not met, without why',
			() => ({ findings: [finds(0, 'partly-met', 'Half'), ...allFound().slice(1)] })
		],
		['reason-needed', 'returned without a reason', { verdict: 'return', reason: '\u200b' }],
		['basis-needed', 'confirmed on no basis', { basis: undefined }],
		[
			'not-found',
			'a criterion that there is not',
			() => ({ findings: [...allFound(), { criterionId: 4242, finding: 'met' }] })
		]
	];
	test.each(CASES)('%s: %s leaves everything as it was', async (code, _, said) => {
		const before = databaseImage(app);
		const more = typeof said === 'function' ? said() : said;
		expect(await outcomeOf(decide(inspector, more))).toBe(code);
		expect(databaseImage(app)).toBe(before);
	});

	test('a criterion of another recommendation is not there', async () => {
		const other = await stage(app, scene, 'in-progress', 8);
		const foreign = await aCriterion(app, other, inspector);
		const before = databaseImage(app);
		const findings = [...allFound(), { criterionId: foreign, finding: 'met' as const }];
		expect(await outcomeOf(decide(inspector, { findings }))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test('confirms with a criterion that is not fully met, where it says why', async () => {
		const findings = [finds(0, 'partly-met', 'Nine of ten'), ...allFound().slice(1)];
		await decide(inspector, { findings, reason: 'The tenth closes in May' });
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			...{ verb: 'confirm', basis: 'desk-review', reason: 'The tenth closes in May' }
		});
	});

	test.each(['confirm', 'return'] as const)('to %s is made in no other way', async (verb) => {
		const before = databaseImage(app);
		const command = { ...(await aForm(app, staged)), verb: verb as never, reason: 'No' };
		const around = moveAssignment(app, inspector, staged, { ...command, basis: 'visit' });
		expect(await outcomeOf(around)).toBe('review-needed');
		expect(databaseImage(app)).toBe(before);
	});

	test('is by the criteria that the claim was made against, whatever was written since', async () => {
		const texts = ['Another thing', 'And one more'];
		const command = { criteria: texts, version: 3, submissionKey: aKey() };
		await setCriteria(app, inspector, 'OIC-7', command);
		const [written] = rowsOf(app, 'criterion').filter(({ text }) => text === texts[0]);
		const findings = [{ criterionId: Number(written!.id), finding: 'met' as const }];
		expect(await outcomeOf(decide(inspector, { findings }))).toBe('criteria-changed');
		expect(await outcomeOf(decide(inspector, {}))).toBe('done');
	});

	test('is by the criteria of today, where the claim was made when there were none', async () => {
		staged = await stage(app, scene, 'reported-complete', 8);
		expect(await outcomeOf(decide(inspector, { findings: [] }))).toBe('done');
		staged = await stage(app, scene, 'reported-complete', 9);
		criteria = [await aCriterion(app, staged, inspector)];
		expect(await outcomeOf(decide(inspector, { findings: [] }))).toBe('criteria-changed');
		expect(await outcomeOf(decide(inspector, {}))).toBe('done');
	});

	test('after a return, the second claim is decided anew, and both reviews stay', async () => {
		const findings = [finds(0, 'not-met', 'None'), ...allFound().slice(1)];
		await decide(inspector, { verdict: 'return', reason: 'Gaps', findings });
		await claim();
		await decide(second, {});
		const { decisions } = await readAssignment(app, lead, staged, { wholeHistory: false });
		expect(decisions.map(({ verb, review }) => [verb, review?.reviewer])).toEqual([
			['confirm', second.name],
			['report-complete', undefined],
			['return', inspector.name],
			['report-complete', undefined]
		]);
	});
});

describe('two inspectors who decide at once', () => {
	test('are one: the other is told who decided what, and nothing of theirs is half stored', async () => {
		const inspectors = [inspector, second, await aPerson(app, 'inspector')];
		const form = await aForm(app, staged);
		const outcomes = await Promise.allSettled(
			inspectors.map((actor, index) =>
				decideClaim(app, actor, staged, {
					...{ version: form.version, submissionKey: aKey(), reason: 'All was seen' },
					...{ verdict: index === 1 ? 'return' : 'confirm', basis: 'visit', findings: allFound() }
				})
			)
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const sentence = lastRowOf(app, 'audit_entry').sentence;
		for (const outcome of outcomes) {
			if (outcome.status === 'fulfilled') continue;
			expect(outcome.reason).toMatchObject({
				code: 'stale',
				facts: { version: form.version + 1, changes: [{ sentence }] }
			});
		}
		expect(rowsOf(app, 'claim_review')).toHaveLength(1);
		expect(rowsOf(app, 'criterion_finding')).toHaveLength(criteria.length);
		expect(rowsOf(app, 'status_change').filter(({ verb }) => verb !== 'allocate')).toHaveLength(2);
	});
});

test('a review in force is told from one that never was', async () => {
	const staged8 = await stage(app, scene, 'reported-complete', 8);
	await aReview(app, staged8, inspector, { reason: 'Known to inspectors' });
	staged = staged8;
	// The inspection asks for two no longer: any inspector decides, and the review that waited lapses.
	await decide(second, { findings: [] });
	const { decisions } = await readAssignment(app, lead, staged8, { wholeHistory: false });
	expect(decisions[0]?.review).toMatchObject({ reviewer: second.name, second: null });
	expect(JSON.stringify(decisions)).not.toContain('Known to inspectors');
});

function claim(): Promise<void> {
	return claimOn(app, lead, staged, criteria);
}

function decide(actor: Actor, said: Partial<ReviewCommand>): Promise<void> {
	return decideOn(app, actor, staged, criteria, said);
}

function finds(index: number, finding: Finding, reason?: string): FindingSaid {
	return { criterionId: criteria[index] ?? 0, finding, reason };
}

function allFound(): FindingSaid[] {
	return allMet(criteria);
}
