import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/fixtures.ts';

interface Linked {
	readonly name: string;
	readonly href: string;
	readonly value: number;
}

/** The large numbers, and the links that say how many there are of something. */
async function numbersOf(page: Page): Promise<Linked[]> {
	const links = page.locator('.app-figure, .app-attention__all a');
	return links.evaluateAll((all) =>
		all.map((link) => {
			const value = link.querySelector('.app-figure__value')?.textContent ?? link.textContent;
			return {
				name: link.textContent.replace(/\s+/g, ' ').trim(),
				href: link.getAttribute('href') ?? '',
				value: Number(/\d[\d,]*/.exec(value)?.[0].replaceAll(',', ''))
			};
		})
	);
}

for (const [who, least] of [
	['inspector@sample.test', 10],
	['board@sample.test', 10],
	['kent.lead@sample.test', 6],
	['nca.lead@sample.test', 6]
] as const) {
	test(`every number that ${who} sees first leads to a list of as many`, async ({ page }) => {
		await signIn(page, who);
		const numbers = await numbersOf(page);
		expect(numbers.length).toBeGreaterThanOrEqual(least);
		for (const { name, href, value } of numbers) {
			expect(value, name).not.toBeNaN();
			await page.goto(href);
			const total = await page.getByRole('main').getByRole('status').innerText();
			expect(Number(/\d[\d,]*/.exec(total)?.[0].replaceAll(',', '')), name).toBe(value);
		}
	});
}

test('the people of an organisation see what they have to do, and what everybody stands at', async ({
	page
}) => {
	await signIn(page, 'kent.lead@sample.test');
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows.nth(1)).toContainText('OIC-3');
	await expect(rows.nth(1)).toContainText('Overdue');
	await expect(page.getByRole('link', { name: /All 5 assignments of Kent Police/ })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'All organisations' })).toBeVisible();
	await page.getByRole('link', { name: 'See what is missing' }).click();
	await expect(page).toHaveURL(/\/recommendations\/OIC-5\/KENT/);
});

test('an administrator sees the register, and no way into what organisations say', async ({
	page
}) => {
	await signIn(page, 'admin@sample.test');
	const main = page.getByRole('main');
	await expect(main).toContainText('12 in 2 inspections, as 288 assignments');
	await expect(main.locator('.app-figure')).toHaveCount(0);
	await main.getByRole('link', { name: /active/ }).click();
	await expect(page).toHaveURL(/\/people\?state=active/);
	expect((await page.goto('/summary'))?.status()).toBe(403);
});

test('the chart is drawn in the browser, and is a picture without script', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'inspector@sample.test');
	await expect(page.locator('.app-chart__live canvas')).toBeVisible();

	const context = await browser.newContext({
		baseURL: server.origin,
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();
	await plain.goto('/');
	const picture = plain.locator('.app-chart__still img');
	await expect(picture).toBeVisible();
	const width = await picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
	expect(width).toBeGreaterThan(300);
	await context.close();
});

test('picture and figures come fresh, to those who have signed in', async ({ page, request }) => {
	const picture = '/charts/status-by-recommendation.svg?inspection=OIC';
	expect((await request.get(picture)).status()).toBe(401);
	await signIn(page, 'kent.contributor@sample.test');
	const answer = await page.request.get(picture);
	expect(answer.headers()['content-type']).toContain('image/svg+xml');
	const etag = answer.headers()['etag'] ?? '';
	const again = await page.request.get(picture, { headers: { 'if-none-match': etag } });
	expect(again.status()).toBe(304);
	const csv = await page.request.get('/charts/status-by-recommendation.csv?inspection=OIC');
	const lines = (await csv.text()).trimEnd().split('\r\n');
	// Somebody of one body gets its own figures: the five recommendations that fall to Kent.
	expect(lines).toHaveLength(6);
	expect(lines[0]).toMatch(/^Recommendation,Confirmed,Reported complete,/);
	for (const path of ['/charts/nothing.svg', `${picture.split('?')[0]}?inspection=NONE`]) {
		expect((await page.request.get(path)).status()).toBe(404);
	}
});

test('a day that makes no sense is said beside its field, and the summary stands', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/summary?since=2026-02-30');
	await expect(page.getByRole('alert')).toContainText('The day must be a real date');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Summary for the board/);
	await page.goto('/summary?since=2025-06-01');
	await expect(page.getByText('from the end of 1 June 2025')).toBeVisible();
});
