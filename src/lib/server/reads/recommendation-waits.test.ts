import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { beforeEach, expect, test } from 'vitest';
import { aForm, aWait } from '../../../../tests/support/assignment-facts.ts';
import { anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { endWaiting } from '../services/waiting.ts';
import { readRecommendation } from './recommendation.ts';

const PAGE = { sort: 'reference', descending: false, page: 1 } as const;

let app: TestApp;
let scene: Scene;
let kent: Staged;

/** Five forces with OIC-7: three wait for the NCA, one of these for its OIC-3, one for Essex, and one has closed. */
beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	const nca = await anOrganisation(app, 'NCA', { name: 'National Crime Agency' });
	const awaited = await anAssignment(app, nca, { number: 7 });
	const other = await anAssignment(app, nca, { number: 3 });
	kent = await stage(app, scene, 'in-progress');
	const essex = await stage(app, scene, 'in-progress', 7, scene.essex);
	await aWait(app, kent, awaited);
	await aWait(app, essex, other);
	for (const [code, on] of [
		['SURREY', awaited],
		['SUSSEX', essex]
	] as const) {
		const force = await anOrganisation(app, code);
		await aWait(app, await anAssignment(app, force, { number: 7 }), on);
	}
	const devon = await anOrganisation(app, 'DEVON');
	await aWait(app, await anAssignment(app, devon, { number: 7, status: 'confirmed' }), awaited);
	await aWait(app, await anAssignment(app, devon, { number: 3 }), awaited);
});

test('a recommendation says for whom its bodies wait, and each number is the length of its list', async () => {
	const { awaited, isNational } = await read('inspector');
	expect(awaited).toEqual([
		{ code: 'NCA', name: 'National Crime Agency', bodies: 3 },
		{ code: 'ESSEX', name: 'Essex Police', bodies: 1 }
	]);
	expect(isNational).toBe(true);
	for (const { code, bodies } of awaited) {
		expect((await read('inspector', `waitsOn=${code}`)).list.total).toBe(bodies);
	}
	expect((await read('inspector', 'waitsOn=NCA&waitsOn=ESSEX')).list.total).toBe(4);
	expect((await read('inspector', 'only=waiting')).list.total).toBe(4);
	expect((await read('inspector', 'waitsOn=KENT')).list.total).toBe(0);
});

test('a wait that has ended counts no more', async () => {
	await endWaiting(app, scene.people['own lead'], kent, { ...(await aForm(app, kent)) });
	const { awaited } = await read('inspector');
	expect(awaited[0]).toMatchObject({ code: 'NCA', bodies: 2 });
	expect((await read('inspector', 'waitsOn=NCA')).list.total).toBe(2);
});

test('a body is told the numbers, and lists its own assignment alone', async () => {
	const { awaited, list, isNational } = await read('own lead', 'waitsOn=NCA');
	expect(awaited[0]?.bodies).toBe(3);
	expect(isNational).toBe(false);
	expect(list.rows.map(({ organisationCode }) => organisationCode)).toEqual(['KENT']);
});

test.each(["NCA' or 1=1 --", 'nca', '../NCA', 'N'.repeat(200)])(
	'what is no code of an organisation is no filter: %s',
	async (code) => {
		const params = new URLSearchParams({ waitsOn: code });
		const work = (async () => readAssignmentListQuery(params))();
		expect(await refusalOf(work)).toMatchObject({ code: 'unknown-filter' });
	}
);

function read(role: RoleName, query?: string) {
	const filter =
		query === undefined ? NO_FILTER : readAssignmentListQuery(new URLSearchParams(query)).filter;
	return readRecommendation(app, scene.people[role], 'OIC-7', filter, PAGE);
}
