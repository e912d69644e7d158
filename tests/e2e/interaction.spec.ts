import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/fixtures.ts';
import { medianOf, timeInteractions } from '../support/interactions.ts';

// Speed is measured by `npm run bench`. That an interaction is answered within 100 milliseconds was asked of the browser
// test: of several the one in the middle, so that a machine that is busy with other tests for a moment does not fail it.

const MOST = 100;
const TIMES = 9;

test.beforeEach(async ({ page }) => signIn(page, 'inspector@sample.test'));

test('the dashboard answers a click on its filter, and on a chart, within 100 milliseconds', async ({
	page
}) => {
	await page.goto('/dashboard');
	const filter = page.getByText('Choose filters');
	expect(medianOf(await timeInteractions(page, TIMES, () => filter.click()))).toBeLessThan(MOST);
	const canvas = page.locator('#chart-status-by-recommendation canvas');
	await page.locator('#chart-status-by-recommendation .app-chart__frame').scrollIntoViewIfNeeded();
	await expect(canvas).toBeVisible();
	const { height } = (await canvas.boundingBox())!;
	const taken = await timeInteractions(page, TIMES, (time) =>
		canvas.click({ position: { x: 300 + time * 20, y: height / 2 } })
	);
	expect(medianOf(taken)).toBeLessThan(MOST);
});

test('a list answers a click on its filter and on a box to tick within 100 milliseconds', async ({
	page
}) => {
	await page.setViewportSize({ width: 700, height: 900 });
	await page.goto('/assignments');
	for (const text of ['Choose filters', 'Choose columns']) {
		const summary = page.getByText(text);
		expect(medianOf(await timeInteractions(page, TIMES, () => summary.click())), text).toBeLessThan(
			MOST
		);
		// An odd number of clicks leaves it open.
		await expect(page.locator('details[open]').filter({ has: summary })).toHaveCount(1);
	}
	const box = page.getByRole('checkbox').first();
	const taken = await timeInteractions(page, TIMES, () => box.click());
	expect(medianOf(taken)).toBeLessThan(MOST);
});

test('the matrix answers each key within 100 milliseconds', async ({ page }) => {
	await page.goto('/matrix');
	await page.getByRole('grid').locator('[tabindex="0"]').focus();
	for (const keys of [
		['ArrowDown'],
		['ArrowRight', 'ArrowLeft'],
		['Control+End', 'Control+Home']
	]) {
		const taken = await walk(page, keys);
		expect(medianOf(taken), keys.join()).toBeLessThan(MOST);
	}
});

function walk(page: Page, keys: readonly string[]): Promise<number[]> {
	return timeInteractions(page, TIMES, (time) => page.keyboard.press(keys[time % keys.length]!));
}
