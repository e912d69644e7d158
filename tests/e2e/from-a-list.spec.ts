import { expect, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('filters, order and place of a list survive an edit that was begun from it', async ({
			page,
			signIn
		}) => {
			await signIn('inspector@sample.test');
			await page.goto('/assignments?kind=police-force&sort=organisation&page=2');
			const list = new URL(page.url());
			const names = () => page.getByRole('table').getByRole('rowheader').allInnerTexts();
			const before = await names();
			expect(before.length).toBeGreaterThan(5);
			const open = page.getByRole('row').filter({ hasText: 'In progress' });
			await open.nth(1).getByRole('link').first().click();
			await page.getByRole('link', { name: 'Evidence', exact: true }).click();
			await page.getByRole('link', { name: 'Overview', exact: true }).last().click();
			await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible();
			await page.getByRole('link', { name: 'No further action' }).click();
			await page.getByLabel('Why no further action is needed').fill('A later report covers it');
			await page.getByRole('button', { name: 'No further action' }).click();
			await expect(page.getByText(/is closed with no further action needed/)).toBeVisible();
			const after = new URL(page.url());
			for (const [key, value] of list.searchParams) {
				expect(after.searchParams.get(key), key).toBe(value);
			}
			expect(after.pathname).toBe(list.pathname);
			expect(await names()).toEqual(before);
		});
	});
}
