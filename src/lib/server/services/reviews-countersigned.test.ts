import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aCriterion } from '../../../../tests/support/plan-facts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { allMet, askForTwo, claimOn, decideOn } from '../../../../tests/support/review.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readAssignment } from '../reads/assignment.ts';
import { moveAssignment } from './assignment-moves.ts';
import { countersignReview, type ReviewCommand } from './reviews.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
let second: Actor;
let lead: Actor;
let staged: Staged;
let criteria: number[];

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector, 'own lead': lead } = scene.people);
	second = await aPerson(app, 'inspector');
	staged = await stage(app, scene, 'in-progress');
	criteria = [await aCriterion(app, staged, inspector), await aCriterion(app, staged, inspector)];
	await askForTwo(app);
	await claimOn(app, lead, staged, criteria);
});

describe('where an inspection asks for two inspectors', () => {
	test('the first review waits, and the organisation learns nothing of what it says', async () => {
		const [first = 0, ...others] = criteria;
		const said = { criterionId: first, finding: 'not-met' as const, reason: 'Known to inspectors' };
		const findings = [said, ...allMet(others)];
		await decide(inspector, { verdict: 'return', reason: 'Known to inspectors', findings });
		expect(statusNow()).toBe('reported-complete');
		const shown = await readAssignment(app, lead, staged, { wholeHistory: true });
		expect(JSON.stringify(shown)).not.toContain('Known to inspectors');
		expect(shown.decisions.map(({ verb }) => verb)).toEqual(['report-complete']);
		expect(
			rowsOf(app, 'outbox').filter(({ subject }) => /second inspector/.test(String(subject)))
		).not.toHaveLength(0);
		expect(await refusalOf(decide(second, {}))).toMatchObject({
			code: 'review-waits',
			facts: { reviewer: inspector.name }
		});
	});

	test('the second inspector agrees, and only then the status moves', async () => {
		await decide(inspector, { reason: 'All seen' });
		await countersign(second, 'agree');
		expect(statusNow()).toBe('confirmed');
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			...{ actor_id: second.personId, basis: 'desk-review', reason: 'All seen' }
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${second.name} confirmed OIC-7 for Kent Police on the basis of a desk review, countersigning the review by ${inspector.name}.`
		);
		const { decisions } = await readAssignment(app, lead, staged, { wholeHistory: false });
		expect(decisions[0]?.review).toMatchObject({
			...{ reviewer: inspector.name, second: second.name }
		});
	});

	test('the second does not agree and says why; the claim waits for another review', async () => {
		await decide(inspector, {});
		expect(await refusalOf(countersign(second, 'disagree', ' '))).toMatchObject({
			...{ code: 'reason-needed', field: 'reason' }
		});
		await countersign(second, 'disagree', 'The sample is too small');
		expect(statusNow()).toBe('reported-complete');
		expect(rowsOf(app, 'countersignature')).toMatchObject([
			{ is_agreed: 0, reason: 'The sample is too small' }
		]);
		expect(await outcomeOf(countersign(second, 'agree'))).toBe('nothing-to-countersign');
		expect(await outcomeOf(decide(inspector, {}))).toBe('done');
	});

	test('is neither who claimed nor who reviewed', async () => {
		const both = scene.people['inspector and own lead'];
		await withdraw();
		await claimOn(app, both, staged, criteria);
		await decide(inspector, {});
		const before = databaseImage(app);
		expect(await outcomeOf(countersign(inspector, 'agree'))).toBe('reviewer-cannot-countersign');
		expect(await outcomeOf(countersign(both, 'disagree', 'No'))).toBe('claimant-cannot-decide');
		expect(databaseImage(app)).toBe(before);
	});

	test('of two who answer at once, one does', async () => {
		await decide(inspector, {});
		const third = await aPerson(app, 'inspector');
		const { version } = await aForm(app, staged);
		const outcomes = await Promise.all(
			[second, third].map((actor, index) =>
				outcomeOf(
					countersignReview(app, actor, staged, {
						...{ version, submissionKey: aKey(), reason: 'Seen' },
						answer: index === 0 ? 'agree' : 'disagree'
					})
				)
			)
		);
		expect(outcomes.sort()).toEqual(['done', 'stale']);
		expect(rowsOf(app, 'countersignature')).toHaveLength(1);
	});

	test('nothing is left to countersign once the claim is withdrawn, nor in the next claim', async () => {
		await decide(inspector, {});
		await withdraw();
		expect(await outcomeOf(countersign(second, 'agree'))).toBe('nothing-to-countersign');
		await claimOn(app, lead, staged, criteria);
		expect(await outcomeOf(countersign(second, 'agree'))).toBe('nothing-to-countersign');
		expect(await outcomeOf(decide(second, {}))).toBe('done');
	});
});

function decide(actor: Actor, said: Partial<ReviewCommand>): Promise<void> {
	return decideOn(app, actor, staged, criteria, said);
}

async function countersign(actor: Actor, answer: 'agree' | 'disagree', reason?: string) {
	const form = await aForm(app, staged);
	await countersignReview(app, actor, staged, { ...form, answer, reason });
}

async function withdraw(): Promise<void> {
	const form = await aForm(app, staged);
	const said = { verb: 'withdraw-claim' as const, reason: 'One part is not finished' };
	await moveAssignment(app, lead, staged, { ...form, ...said });
}

function statusNow() {
	return rowsOf(app, 'assignment').find(({ id }) => id === staged.id)?.status;
}
