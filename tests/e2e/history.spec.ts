import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

test('a past day of the burn-up leads to the list of that day, and a forecast is a range or says why not', async ({
	browser,
	page,
	server
}) => {
	await signIn(page, 'board@sample.test');
	const context = await browser.newContext({
		...{ baseURL: server.origin, javaScriptEnabled: false },
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();
	await plain.goto('/dashboard');
	const burnUp = plain.locator('figure.app-chart', { hasText: 'Due at first' });
	await burnUp.getByText('Show the figures as a table').click();
	const claimed = burnUp.locator('td a[href*="as-at="]').last();
	const count = Number(await claimed.innerText());
	await claimed.click();
	await expect(plain.getByRole('status').first()).toContainText(`${count} assignment`);
	await plain.goBack();

	const forecasts = plain.getByRole('table', { name: 'Forecast of each recommendation' });
	const rows = forecasts.getByRole('row').filter({ has: plain.getByRole('rowheader') });
	for (const row of await rows.all()) {
		await expect(row).toContainText(/Between \d|About \d|No forecast: |Nothing is open/);
	}
	await context.close();
});

test('the page of a recommendation says when all may be confirmed', async ({ page }) => {
	await signIn(page, 'kent.lead@sample.test');
	await page.goto('/recommendations/OIC-7');
	await expect(page.getByText(/When all may be confirmed: (Between|No forecast)/)).toBeVisible();
	for (const width of [1280, 360]) {
		await page.setViewportSize({ width, height: 800 });
		await expectAccessible(page);
	}
});
