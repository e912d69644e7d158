import type { Actor } from '#lib/domain/actor.ts';
import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { readQueueQuery } from '#lib/forms/queue-query.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aWait } from '../../../../tests/support/assignment-facts.ts';
import { anAssignment, aPerson } from '../../../../tests/support/builders.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { aReview } from '../../../../tests/support/review.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import { readReviewQueue } from './review-queue.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
const today = plainDate(TEST_DAY);

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector } = scene.people);
});

describe('the queue', () => {
	test('is empty where nothing waits', async () => {
		const queue = await read();
		expect(queue).toMatchObject({ found: 0, claims: [], page: 1, pages: 1 });
		expect(queue.backlog).toEqual({ waiting: 0, medianDays: null, oldestDays: null });
	});

	test('says how long each has waited and what its risk rests on, the oldest first', async () => {
		await claimed(1, 10);
		const risky = await claimed(2, 40, {
			...{ originalDueOn: addDays(today, -45), currentDueOn: today, deadlineMoves: 2 }
		});
		await aWait(app, risky, risky);
		rawConnection(app)
			.prepare(
				`insert into progress_update (assignment_id, at, on_day, narrative, confidence)
				values (?, 1, '2026-01-01', 'Said', 'in-doubt'), (?, 2, '2026-01-02', 'More', null)`
			)
			.run(risky.id, risky.id);
		rawConnection(app)
			.prepare(
				`insert into status_change (assignment_id, at, on_day, verb, to_status)
				values (?, 1, '2026-01-01', 'return', 'returned'),
					(?, 2, '2026-01-02', 'report-complete', 'reported-complete')`
			)
			.run(risky.id, risky.id);
		const { claims } = await read();
		expect(claims.map(({ reference, days }) => [reference, days])).toEqual([
			['OIC-2', 40],
			['OIC-1', 10]
		]);
		expect(claims[0]?.risk).toMatchObject({
			...{ level: 'high', score: 7 },
			reasons: [
				{ code: 'returned-before', times: 1 },
				{ code: 'claimed-late', days: 5 },
				{ code: 'moved-often', times: 2 },
				{ code: 'low-confidence', confidence: 'in-doubt' },
				{ code: 'waits-for-another' },
				{ code: 'nothing-opens' }
			]
		});
		expect(claims[1]?.risk).toMatchObject({
			level: 'raised',
			reasons: [{ code: 'nothing-opens' }]
		});
		const { claims: byRisk } = await read('sort=risk');
		expect(byRisk.map(({ reference }) => reference)).toEqual(['OIC-2', 'OIC-1']);
	});

	test('lists for each of its numbers exactly what it counts', async () => {
		for (const [index, days] of [3, 9, 20, 20, 41].entries()) await claimed(index + 1, days);
		const { backlog } = await read();
		expect(backlog).toEqual({ waiting: 5, medianDays: 20, oldestDays: 41 });
		expect((await read('days=20')).found).toBe(3);
		expect((await read('days=41')).found).toBe(1);
		expect((await read('days=42')).found).toBe(0);
	});

	test('is narrowed by age, body, recommendation, reviewer and stage at once', async () => {
		const { personId } = await aPerson(app, 'inspector');
		const kent = await claimed(1, 20, { reviewerId: personId });
		await claimed(1, 30, {}, scene.essex);
		await claimed(2, 5);
		await aReview(app, kent, inspector);
		const found = async (search: string) =>
			(await read(search)).claims.map((claim) => `${claim.reference}/${claim.organisationCode}`);
		expect(await found('organisation=ESSEX')).toEqual(['OIC-1/ESSEX']);
		expect(await found('recommendation=OIC-1&days=25')).toEqual(['OIC-1/ESSEX']);
		expect(await found(`reviewer=${personId}`)).toEqual(['OIC-1/KENT']);
		expect(await found('reviewer=nobody')).toEqual(['OIC-1/ESSEX', 'OIC-2/KENT']);
		expect(await found('stage=to-countersign')).toEqual(['OIC-1/KENT']);
		expect(await found('organisation=KENT&reviewer=nobody&stage=to-review')).toEqual([
			'OIC-2/KENT'
		]);
	});

	test.each(['risk=huge', 'days=0', 'days=x', 'reviewer=me', 'recommendation=7', 'sort=best'])(
		'with %s in its address is refused, not shown whole',
		async (search) => {
			expect(await outcomeOf(read(search))).toBe('unknown-filter');
		}
	);

	test('shows 50 of 60 on its first page, ten on its second, and counts the workload over all', async () => {
		const { personId } = await aPerson(app, 'inspector');
		for (let number = 1; number <= 60; number += 1) {
			await claimed(number, number, number > 56 ? { reviewerId: personId } : {});
		}
		const first = await read();
		expect(first).toMatchObject({ found: 60, page: 1, pages: 2, untaken: 56 });
		expect(first.claims).toHaveLength(50);
		expect((await read('page=2')).claims).toHaveLength(10);
		expect(first.workload.find(({ id }) => id === personId)).toMatchObject({
			...{ waiting: 4, medianDays: 59, oldestDays: 60 }
		});
		expect(first.workload.find(({ id }) => id === inspector.personId)).toMatchObject({
			...{ waiting: 0, oldestDays: null }
		});
	});

	test.each(ROLE_NAMES)('is for inspectors: %s', async (role) => {
		const outcome = await outcomeOf(read('', scene.people[role]));
		expect(outcome).toBe(/^inspector/.test(role) ? 'done' : 'not-allowed');
	});
});

async function claimed(
	number: number,
	days: number,
	facts: Parameters<typeof anAssignment>[2] = {},
	organisationId = scene.kent
) {
	return anAssignment(app, organisationId, {
		...{ number, status: 'reported-complete', claimedBy: scene.claimant.personId },
		claimedOn: addDays(today, -days),
		...facts
	});
}

async function read(search = '', actor = inspector) {
	return readReviewQueue(app, actor, readQueueQuery(new URLSearchParams(search)));
}
