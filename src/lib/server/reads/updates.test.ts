import { beforeEach, expect, test } from 'vitest';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { anUpdate, draftsOfAll } from '../../../../tests/support/writing.ts';
import { readUpdates } from './updates.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test('updates come latest first, and each of two that belong together points at the other', async () => {
	const first = await anUpdate(app, staged, scene.claimant, { at: 1000 });
	const second = await anUpdate(app, staged, scene.claimant, { at: 2000, correctsId: first });
	const { updates } = await read({ page: 1 });
	expect(updates).toMatchObject([
		{ id: second, corrects: { id: first, at: 1000 }, correctedBy: null },
		{ id: first, corrects: null, correctedBy: { id: second, at: 2000 } }
	]);
});

test('a link to one update leads to its page, however many have come since', async () => {
	const ids: number[] = [];
	for (let number = 1; number <= 45; number += 1) {
		ids.push(await anUpdate(app, staged, scene.claimant));
		await anUpdate(app, await elsewhere(), scene.people['foreign lead']);
	}
	expect(await read({ page: 1 })).toMatchObject({ total: 45, pages: 3, page: 1 });
	for (const [index, page] of [
		[44, 1],
		[25, 1],
		[24, 2],
		[5, 2],
		[4, 3],
		[0, 3]
	] as const) {
		const shown = await read({ page: 1, update: ids[index]! });
		expect(shown.page).toBe(page);
		expect(shown.updates.map(({ id }) => id)).toContain(ids[index]);
	}
	expect((await read({ page: 99 })).page).toBe(3);
});

test('an update of another assignment is not there', async () => {
	const foreign = await anUpdate(app, await elsewhere(), scene.people['foreign lead']);
	await anUpdate(app, staged, scene.claimant);
	expect(await outcomeOf(read({ page: 1, update: foreign }))).toBe('not-found');
	expect(await outcomeOf(read({ page: 1, update: 4711 }))).toBe('not-found');
});

test('whoever may publish is told of a draft of theirs, without its words', async () => {
	await draftsOfAll(app, staged, 'update');
	const shown = await read({ page: 1 });
	expect(shown.draftSavedAt).toBe(app.clock.now());
	expect(JSON.stringify(shown)).not.toContain('Draft of person');
	const inspector = await read({ page: 1 }, 'inspector');
	expect(inspector).toMatchObject({ draftSavedAt: null, may: { update: false, correct: false } });
});

test('a closed assignment takes no update, but what was said can still be corrected', async () => {
	staged = await stage(app, scene, 'confirmed', 8);
	expect((await read({ page: 1 })).may).toEqual({ update: false, correct: true });
});

test('takes the same few queries however much there is', async () => {
	const few = await countQueries(app, () => read({ page: 1 }));
	for (let number = 1; number <= 30; number += 1) await anUpdate(app, staged, scene.claimant);
	const many = await countQueries(app, () => read({ page: 1 }));
	expect(many.queries).toBe(few.queries);
	expect(many.queries).toBeLessThanOrEqual(5);
});

let other: Staged | undefined;
beforeEach(() => (other = undefined));

async function elsewhere(): Promise<Staged> {
	return (other ??= await stage(app, scene, 'in-progress', 7, scene.essex));
}

function read(
	place: { page: number; update?: number },
	role: 'own lead' | 'inspector' = 'own lead'
) {
	return readUpdates(app, scene.people[role], staged, place);
}
