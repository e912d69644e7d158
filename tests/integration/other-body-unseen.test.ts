import { inspect } from 'node:util';
import { STANDING_CHARTS } from '#lib/charts/standing-sources.ts';
import { expect, test } from 'vitest';
import { callEndpoint, openPage } from '../support/routes.ts';
import { openScene, stage, type RoleName } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';
import { aComment, anUpdate } from '../support/writing.ts';

/** Pages that count and list, and what can be taken away from them. */
const PAGES = [
	'/(app)/dashboard',
	'/(app)/assignments',
	'/(app)/matrix',
	'/(app)/matrix?inspection=all',
	'/(app)/compare',
	'/(app)/movement',
	'/(app)/quality',
	'/(app)/search?q=essex',
	'/(app)/search?q=minutes',
	'/(app)/search?q=policy&kind=evidence',
	'/(app)/dashboard?organisation=ESSEX',
	'/(app)/assignments?organisation=ESSEX'
];

const CHARTS = [
	...STANDING_CHARTS,
	...['status-by-recommendation', 'claimed-and-confirmed', 'slippage', 'status-by-region']
];

test.each(['own observer', 'own lead', 'own contributor'] as const)(
	'for %s every count, list, chart, comparison and search is as if no other body did anything',
	async (role) => {
		const { before, after } = await withAndWithoutEssex(role);
		expect(after).toEqual(before);
	}
);

test('for whoever sees all it is not, or this would prove nothing', async () => {
	const { before, after } = await withAndWithoutEssex('national observer');
	const different = [...after].filter(([page, sent]) => before.get(page) !== sent);
	expect(different.map(([page]) => page)).toEqual(
		expect.arrayContaining([
			'/(app)/dashboard',
			'/(app)/matrix',
			'/(app)/search?q=minutes',
			'status-by-region.csv'
		])
	);
});

/** What everything sends to the role, before and after Essex did what a body does. */
async function withAndWithoutEssex(role: RoleName) {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'in-progress', 7);
	const actor = scene.people[role];
	const sent = async () => {
		const all = new Map<string, string>();
		for (const page of PAGES) {
			const [id = '', query] = page.split('?');
			const search = query ? `?${query}` : '';
			all.set(page, plain(await openPage(app, actor, { id, params: {}, search })));
		}
		for (const name of CHARTS) {
			for (const format of ['csv', 'json', 'svg']) {
				const asked = { id: `/(app)/charts/[name].${format}`, params: { name } };
				all.set(`${name}.${format}`, plain(await callEndpoint(app, actor, asked)));
			}
		}
		return all;
	};
	const before = await sent();
	const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
	await anUpdate(app, theirs, scene.people['foreign lead'], {
		narrative: 'The minutes are in.'
	});
	await aComment(app, theirs, scene.people['foreign lead']);
	return { before, after: await sent() };
}

/** How many of all have it confirmed is for everybody to know: by recommendation, and no more than that. */
function plain(data: unknown): string {
	return inspect(data, { depth: null, maxArrayLength: null, maxStringLength: null }).replace(
		/"everybody":\{[^{}]*\{"part":\d+,"of":\d+\}\}/g,
		'national counts'
	);
}
