import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const CHARTS = 9;

test('each chart of the dashboard says its message in few words, and its figures stand beside it', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/dashboard');
	const charts = page.locator('figure.app-chart');
	expect(await charts.count()).toBeGreaterThanOrEqual(CHARTS);
	for (const title of await charts.locator('figcaption :is(h2, h3)').allInnerTexts()) {
		expect(title.trim().split(/\s+/).length, title).toBeLessThanOrEqual(10);
	}
	for (const chart of await charts.filter({ has: page.locator('.app-chart__frame') }).all()) {
		await expect(chart.locator('table')).toHaveCount(1);
		const panels = await chart.locator('.app-panel').all();
		for (const panel of panels) {
			await expect(
				panel.getByRole('link', { name: /^\d+ (assignment|confirmed|reported)/ })
			).toHaveCount(3);
		}
		if (panels.length > 0) continue;
		await expect(chart.locator('img').first()).toHaveAttribute('alt', /^.{30,}\.$/);
	}
	const messages = page.getByRole('navigation', { name: 'What the charts say' });
	await expect(messages.getByRole('link')).toHaveCount(await charts.count());
	await messages.getByRole('link', { name: /overdue/ }).click();
	await expect(page.locator('#chart-overdue-ageing')).toBeInViewport();
	await expectAccessible(page);
});

test('a chart is kept as figures and as pictures, named after the inspection, itself and the day', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/dashboard?as-at=2026-02-01&region=London');
	const addresses = await downloadsOf(page);
	expect(addresses.length).toBeGreaterThanOrEqual(12);
	for (const address of addresses) {
		const [, name = '', kind = ''] = /charts\/([\w-]+)\.(\w+)/.exec(address) ?? [];
		expect(address).toMatch(/as-at=2026-02-01.*region=London/);
		const answer = await page.request.get(address);
		expect(answer.status(), address).toBe(200);
		expect(answer.headers()['content-type']).toContain(TYPES[kind]);
		expect(answer.headers()['content-disposition']).toContain(
			`filename="OIC-${name}-2026-02-01.${kind}"`
		);
		if (kind === 'png') expect((await answer.body()).subarray(1, 4).toString()).toBe('PNG');
	}
});

test('without script, and for somebody of one body, a chart counts what they may see', async ({
	browser,
	page,
	server
}) => {
	await signIn(page, 'kent.lead@sample.test');
	const context = await browser.newContext({
		...{ baseURL: server.origin, javaScriptEnabled: false },
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();
	await plain.goto('/dashboard');
	const ageing = plain.locator('figure.app-chart', { hasText: 'Without extensions' }).first();
	await ageing.getByText('Show the figures as a table').click();
	const [number] = await ageing.locator('td a').all();
	const count = Number(await number!.innerText());
	await number!.click();
	await expect(plain.getByRole('main').getByRole('status')).toContainText(`${count} `);
	const own = await plain.request.get('/charts/acceptance-by-recommendation.csv');
	const national = await browser.newContext({ baseURL: server.origin });
	await signIn(await national.newPage(), 'inspector@sample.test');
	const all = await national.request.get('/charts/acceptance-by-recommendation.csv');
	expect(sumOf(await own.text())).toBeLessThan(sumOf(await all.text()));
	await Promise.all([context.close(), national.close()]);
});

test('a chart asks for its data when it is near the window, and its picture stays where none comes', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	const asked: string[] = [];
	await page.route(/\/charts\/[\w-]+\.json/, (route) => {
		asked.push(route.request().url());
		return route.request().url().includes('status-by-recommendation')
			? route.abort()
			: route.continue();
	});
	await page.goto('/dashboard');
	const first = page.locator('#chart-status-by-recommendation');
	await first.scrollIntoViewIfNeeded();
	await expect.poll(() => asked.filter((url) => url.includes('status-by-rec')).length).toBe(1);
	await expect(first.locator('.app-chart__still')).toBeVisible();
	await expect(first.locator('.app-chart__live')).toBeHidden();
	const last = page.locator('#chart-first-decisions');
	expect(asked.some((url) => url.includes('first-decisions'))).toBe(false);
	await last.scrollIntoViewIfNeeded();
	await expect(last.locator('canvas')).toBeVisible();
	const name = await last.locator('.app-chart__still img').getAttribute('alt');
	await expect(last.getByRole('img', { name: name! })).toBeVisible();
});

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	png: 'image/png',
	svg: 'image/svg+xml'
};

function downloadsOf(page: Page): Promise<string[]> {
	return page
		.locator('.app-chart__download a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Of the last column. */
function sumOf(csv: string): number {
	const rows = csv.trim().split('\r\n').slice(1);
	return rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
}
