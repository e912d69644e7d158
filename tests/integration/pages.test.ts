import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { prepare, whoMay } from '../support/carry-out.ts';
import { COMMANDS } from '../support/commands.ts';
import { countQueries, PAGE_QUERIES } from '../support/count-queries.ts';
import { rawConnection } from '../support/database.ts';
import { pagesAbout } from '../support/pages.ts';
import { openPage, routeIds } from '../support/routes.ts';
import { BLIND, openScene, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** In everything that Kent wrote, so that it is seen wherever it gets to. */
const SECRET = 'known to Kent alone';

test('every page behind the door is asked for here', async () => {
	const app = openTestApp();
	const staged = await stage(app, await openScene(app), 'in-progress');
	const asked = new Set(pagesAbout(staged).map(({ id }) => id));
	const behind = [...asked].filter((id) => id.startsWith('/(app)'));
	expect(behind.sort()).toEqual(routeIds('/(app)'));
});

describe('what one organisation wrote', () => {
	/** Administrators read the trail, and the names and messages of people, by their right. */
	const BY_RIGHT = [
		...['/(app)/audit', '/(app)/people', '/(app)/people/[id]', '/(app)/people/outbox'],
		'/(app)/administration/organisations/[code]'
	];

	test.each(BLIND)('is sent to %s by no page but the trail and the people', async (role) => {
		const app = openTestApp();
		const scene = await openScene(app);
		const pages = await writeSecrets(app, scene);
		for (const page of pages) {
			const { status, data } = await openPage(app, scene.people[role], page);
			if (BY_RIGHT.includes(page.id) && status === 200) continue;
			expect(everythingIn(data), `${role}: ${page.id}`).not.toContain(SECRET);
		}
	});

	test('is sent to an inspector, or this would prove nothing', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		const showing = new Set<string>();
		for (const page of await writeSecrets(app, scene)) {
			const { data } = await openPage(app, scene.people.inspector, page);
			if (everythingIn(data).includes(SECRET)) showing.add(page.id);
		}
		expect([...showing]).toEqual(
			expect.arrayContaining([
				'/(app)/assignments',
				'/(app)/audit',
				'/(app)/recommendations/[ref]',
				'/(app)/recommendations/[ref]/[org]',
				'/(app)/reviews'
			])
		);
	});
});

test('no page asks more of the database than it may, nor more when the register grows', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const pages = await writeSecrets(app, scene);
	const actor = scene.people['inspector and own lead'];
	const small = await queriesOf(app, actor, pages);
	for (let number = 100; number < 160; number += 1) {
		await stage(app, scene, 'reported-complete', number);
		await stage(app, scene, 'in-progress', number, scene.essex);
	}
	const large = await queriesOf(app, actor, pages);
	expect(large).toEqual(small);
	for (const [page, queries] of large) {
		// The session is looked up before any page is.
		expect(queries + 1, page).toBeLessThanOrEqual(PAGE_QUERIES);
	}
}, 60_000);

/** Maps and sets too, which a page can send as well. */
function everythingIn(data: unknown): string {
	return inspect(data, { depth: null, maxArrayLength: null, maxStringLength: null });
}

async function queriesOf(
	app: TestApp,
	actor: Scene['claimant'],
	pages: ReturnType<typeof pagesAbout>
): Promise<[string, number][]> {
	const counted: [string, number][] = [];
	const warm = new Set<string>();
	const change = rawConnection(app).prepare(
		`insert into setting (key, value) values ('counted', '1')
		on conflict (key) do update set value = value + 1`
	);
	for (const page of pages) {
		// What is looked up once for as long as the service runs is no part of a page; what is kept only until
		// something changes is.
		if (!warm.has(page.id)) await openPage(app, actor, page);
		warm.add(page.id);
		change.run();
		const { queries } = await countQueries(app, () => openPage(app, actor, page));
		counted.push([`${page.id} ${page.params.verb ?? ''}`, queries]);
	}
	return counted;
}

/** Carries out every command for Kent, each with the secret in all its fields; answers the pages that might tell. */
async function writeSecrets(app: TestApp, scene: Scene) {
	const typed = (field: string) => `${SECRET}: ${field}`;
	const pages = [];
	for (const [index, command] of COMMANDS.entries()) {
		const given = await prepare(app, scene, command, { typed, number: index + 1 });
		await command.run({ ...given, actor: whoMay(scene, command) });
		pages.push(...pagesAbout(given.staged));
	}
	const waiting = await stage(app, scene, 'reported-complete', 90);
	pages.push(...pagesAbout(waiting));
	rawConnection(app)
		.prepare('update person set name = name || ? where id in (?, ?)')
		.run(SECRET, scene.claimant.personId, scene.people['own lead'].personId);
	return pages;
}
