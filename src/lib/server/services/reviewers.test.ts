import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { setReviewer } from './reviewers.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
let other: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector } = scene.people);
	other = await aPerson(app, 'inspector');
	staged = await stage(app, scene, 'reported-complete');
});

describe('a claim that waits', () => {
	test('is taken, handed over with a message, and put back; each is in the record', async () => {
		await give(inspector, inspector);
		expect(reviewerNow()).toBe(inspector.personId);
		await give(inspector, other);
		expect(lastRowOf(app, 'outbox')).toMatchObject({ to: other.email });
		await give(other, null);
		expect(reviewerNow()).toBeNull();
		expect(rowsOf(app, 'reviewer_change').map((row) => [row.actor_id, row.reviewer_id])).toEqual([
			[inspector.personId, inspector.personId],
			[inspector.personId, other.personId],
			[other.personId, null]
		]);
		expect(rowsOf(app, 'outbox')).toHaveLength(1);
	});

	test('is taken from a colleague with a reason, which is kept', async () => {
		await give(other, other);
		expect(await refusalOf(give(inspector, inspector))).toMatchObject({
			code: 'reason-needed',
			field: 'reason'
		});
		await give(inspector, inspector, ' She is away ');
		expect(lastRowOf(app, 'reviewer_change')).toMatchObject({ reason: 'She is away' });
	});

	test.each([
		['nobody who is no inspector', 'own lead'],
		['nobody who is an administrator alone', 'administrator']
	] as const)('is reviewed by %s', async (_, role) => {
		const before = databaseImage(app);
		expect(await outcomeOf(give(inspector, scene.people[role]))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test('is never reviewed by whoever made it', async () => {
		const both = scene.people['inspector and own lead'];
		const own = await stage(app, scene, 'in-progress', 8);
		const said = { verb: 'report-complete', statement: 'Done' } as const;
		await makeMove(app, both, own, { ...(await aForm(app, own)), ...said });
		staged = own;
		expect(await outcomeOf(give(inspector, both))).toBe('claimant-cannot-review');
		expect(await outcomeOf(give(both, both))).toBe('claimant-cannot-review');
	});

	test('of two who take it at once, one has it and the other is told', async () => {
		const { version } = await aForm(app, staged);
		const outcomes = await Promise.allSettled(
			[inspector, other].map((actor) =>
				setReviewer(app, actor, staged, {
					...{ version, submissionKey: aKey(), reviewerId: actor.personId }
				})
			)
		);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const { sentence } = lastRowOf(app, 'audit_entry');
		expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'stale', facts: { changes: [{ sentence }] } }
		});
		expect(rowsOf(app, 'reviewer_change')).toHaveLength(1);
	});
});

describe('once the claim is', () => {
	test.each([
		['confirmed', 'confirm', 'inspector'],
		['returned', 'return', 'inspector'],
		['withdrawn', 'withdraw-claim', 'own lead'],
		['closed otherwise', 'set-not-applicable', 'inspector']
	] as const)('%s, nobody reviews it any more', async (_, verb, role) => {
		await give(other, other);
		await makeMove(app, scene.people[role], staged, {
			...{ ...(await aForm(app, staged)), verb, reason: 'Said', basis: 'visit' }
		});
		expect(reviewerNow()).toBeNull();
		expect(lastRowOf(app, 'reviewer_change')).toMatchObject({
			...{ actor_id: scene.people[role].personId, reviewer_id: null }
		});
		expect(await outcomeOf(give(other, other))).toBe('no-claim-waits');
	});
});

async function give(actor: Actor, to: Actor | null, reason?: string): Promise<void> {
	await setReviewer(app, actor, staged, {
		...(await aForm(app, staged)),
		...{ reviewerId: to?.personId ?? null, reason }
	});
}

function reviewerNow() {
	return rowsOf(app, 'assignment').find(({ id }) => id === staged.id)?.reviewer_id;
}
