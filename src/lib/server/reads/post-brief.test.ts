import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, anItemOfEvidence, aWait } from '../../../../tests/support/assignment-facts.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { anAction } from '../../../../tests/support/plan.ts';
import { aHandover } from '../../../../tests/support/post-commands.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { setOwner } from '../services/ownership.ts';
import { readPostBrief } from './post-brief.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

test('a brief says from whom to whom', async () => {
	await aHandover(app, scene.kentPost, scene.people['own contributor']);
	expect(await brief()).toMatchObject({
		post: { title: 'Head of Crime', organisationName: 'Kent Police' },
		holder: { name: scene.people['own contributor'].name, handover: 'open' },
		previous: { name: 'Alex Doe' }
	});
});

test('a post that nobody holds passes from whoever held it last', async () => {
	rawConnection(app).exec(`update post_holder set to_day = '2026-03-01'`);
	expect(await brief()).toMatchObject({ holder: null, previous: { name: 'Alex Doe' } });
});

describe('a brief lists', () => {
	let owned: Staged;
	let delivered: Staged;

	beforeEach(async () => {
		owned = await stage(app, scene, 'in-progress', 3);
		delivered = await stage(app, scene, 'returned', 4);
		await give(owned, 'accountable');
		await give(delivered, 'delivery');
		const confirmed = await stage(app, scene, 'confirmed', 5);
		await give(confirmed, 'accountable');
		await stage(app, scene, 'in-progress', 6);
		const ofOpen = `select assignment_id from action_assignment where action_id = action.id`;
		// Of what is confirmed the planned action stays, and is not promised any more.
		rawConnection(app)
			.prepare(`update action set state = 'done' where (${ofOpen}) <> ?`)
			.run(confirmed.id);
	});

	test('what the post owns or delivers and is open, and what is owed next', async () => {
		const { commitments } = await brief();
		expect(commitments.total).toBe(2);
		expect(commitments.rows.map((row) => [row.reference, row.isOwned, row.work])).toEqual([
			['OIC-3', true, 'under-way'],
			['OIC-4', false, 'returned']
		]);
	});

	test('what is promised, the earliest first: actions, milestones and reviews of waits', async () => {
		await aWait(app, owned, await stage(app, scene, 'in-progress', 9, scene.essex));
		await anAction(app, [owned], lead, { title: 'Train them', dueOn: plainDate('2026-05-01') });
		await anAction(app, [owned, delivered], lead, {
			title: 'Brief them',
			dueOn: plainDate('2026-02-01')
		});
		rawConnection(app)
			.prepare(
				`insert into progress_update (assignment_id, at, on_day, actor_id, narrative, next_milestone, next_milestone_on)
				values (?, 1, '2026-03-02', ?, 'x', 'Two teams briefed', '2026-04-01')`
			)
			.run(delivered.id, lead.personId);
		const { promises } = await brief();
		expect(promises.rows.map((row) => [row.kind, row.day, row.reference, row.text])).toEqual([
			['action', '2026-02-01', 'OIC-3', 'Brief them'],
			['review', '2026-03-02', 'OIC-3', 'Essex Police'],
			['milestone', '2026-04-01', 'OIC-4', 'Two teams briefed'],
			['action', '2026-05-01', 'OIC-3', 'Train them']
		]);
		expect(promises.total).toBe(4);
	});

	test('an action of the post itself, wherever it serves', async () => {
		const elsewhere = await stage(app, scene, 'in-progress', 8);
		await anAction(app, [elsewhere], lead, {
			title: 'Ours to do',
			dueOn: plainDate('2026-05-01'),
			ownerPostId: scene.kentPost
		});
		const { promises } = await brief();
		expect(promises.rows.map((row) => [row.reference, row.text])).toEqual([
			['OIC-8', 'Ours to do']
		]);
	});

	test('evidence that counts and where it is held, never what it says', async () => {
		await anItemOfEvidence(app, owned, lead, { withdrawnAt: 1, title: 'Withdrawn' });
		for (const marking of ['official', 'official-sensitive'] as const) {
			await anItemOfEvidence(app, owned, lead, {
				kind: 'sighting',
				linkUrl: null,
				heldWhere: 'Secure room',
				custodian: 'Head of Custody',
				marking
			});
		}
		const { holdings, isSensitive } = await brief();
		expect(holdings.rows).toEqual([
			{
				reference: 'OIC-3',
				files: 0,
				links: 1,
				sightings: 2,
				hosts: ['kent.example'],
				places: ['Secure room (Head of Custody)'],
				isSensitive: true
			},
			expect.objectContaining({ reference: 'OIC-4', links: 1, isSensitive: false })
		]);
		expect(isSensitive).toBe(true);
		expect(JSON.stringify(holdings)).not.toContain('policy');
	});

	test('no more than one sheet holds, and how many there are', async () => {
		const small = await countQueries(app, () => brief());
		for (let number = 20; number < 60; number += 1) {
			await give(await stage(app, scene, 'in-progress', number), 'accountable');
		}
		const large = await countQueries(app, () => brief());
		const { commitments, promises, holdings } = large.result;
		expect(commitments.total).toBe(42);
		const rows = commitments.rows.length + promises.rows.length + holdings.rows.length;
		expect(rows).toBe(28);
		expect(commitments.rows.length).toBeGreaterThan(9);
		expect(large.queries).toBe(small.queries);
		expect(large.queries).toBeLessThanOrEqual(6);
	});
});

test('a brief of another organisation is not found', async () => {
	for (const role of ['foreign lead', 'administrator', 'nobody'] as const) {
		expect(await outcomeOf(brief(scene.people[role]))).toBe('not-found');
	}
	const name = { organisation: 'KENT', post: scene.essexPost };
	expect(await outcomeOf(readPostBrief(app, lead, name))).toBe('not-found');
});

function brief(actor = lead) {
	return readPostBrief(app, actor, { organisation: 'KENT', post: scene.kentPost });
}

async function give(staged: Staged, duty: 'accountable' | 'delivery'): Promise<void> {
	const command = { ...(await aForm(app, staged)), postId: scene.kentPost, duty };
	await setOwner(app, lead, staged, command);
}
