import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { send } from '../support/request.ts';

// What a reader should never find: where in the code it happened, and in which words of the database.
const INSIDES = /no such table|sqlite|node_modules|chunks\/|\bat \S+ \(|\.js:\d+/i;

test('a page that breaks says so in words, with a number that finds the line of the log', async ({
	page,
	server,
	signIn
}) => {
	await signIn('inspector@sample.test');
	await withoutTable(server.dataDir, 'recommendation', async () => {
		const answer = await page.goto('/recommendations');
		expect(answer?.status()).toBe(500);
		const number = answer!.headers()['x-request-id']!;
		await expect(page.getByRole('main')).toContainText(number);
		await expect(page.getByRole('main')).not.toContainText(INSIDES);
		expect(await answer!.text()).not.toMatch(/no such table|sqlite/i);
		expect(answer!.headers()).toMatchObject({
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		});
		await expectAccessible(page);
		expect(bugOf(server.log(), number)).toMatchObject({
			route: '/(app)/recommendations',
			error: { name: expect.stringMatching(/Error/), stack: expect.arrayContaining([]) }
		});
	});
	expect((await page.goto('/recommendations'))?.status()).toBe(200);
});

test('where not even who asks can be found out, the page of last resort says the same', async ({
	page,
	server,
	signIn
}) => {
	await signIn('inspector@sample.test');
	// A page that is left open listens for changes, and would complain in the place of the one that is asked for.
	await page.goto('about:blank');
	await withoutTable(server.dataDir, 'session', async () => {
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		const answer = await page.goto('/recommendations');
		expect(answer?.status()).toBe(500);
		expect(await answer!.text()).not.toMatch(INSIDES);
		expect(answer!.headers()['content-security-policy']).toContain("default-src 'none'");
		const number = /500, Internal Error ([0-9a-f]{12})/.exec(
			await page.getByRole('main').innerText()
		)?.[1];
		expect(bugOf(server.log(), number!)).toMatchObject({ route: '/(app)/recommendations' });
		expect(await page.locator('header').evaluate((node) => getComputedStyle(node).color)).toBe(
			'rgb(255, 255, 255)'
		);
		await expectAccessible(page);
		expect(complaints.filter((text) => !text.includes('status of 500'))).toEqual([]);
	});
	expect((await page.goto('/recommendations'))?.status()).toBe(200);
});

test('whoever watches the service sees that the database does not answer', async ({ server }) => {
	await withoutTable(server.dataDir, 'setting', async () => {
		const { status, body } = await send(server.origin, '/health');
		expect([status, body]).toEqual([503, '{"status":"unavailable"}']);
	});
	expect((await send(server.origin, '/health')).status).toBe(200);
});

/** Breaks the database under the running service, as a damaged file would, and mends it again. */
async function withoutTable(dataDir: string, table: string, work: () => Promise<void>) {
	const database = new Database(join(dataDir, 'tracker.db'));
	database.pragma('legacy_alter_table = ON');
	database.exec(`alter table ${table} rename to ${table}_away`);
	try {
		await work();
	} finally {
		database.exec(`alter table ${table}_away rename to ${table}`);
		database.close();
	}
}

function bugOf(log: string, requestId: string): unknown {
	const lines = log.split('\n').filter((line) => line.startsWith('{'));
	return lines
		.map((line) => JSON.parse(line) as { level: number; requestId?: string })
		.find((line) => line.level === 50 && line.requestId === requestId);
}
