import { expectAccessible } from '../support/axe.ts';
import { expect, signIn as signInAs, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a dashboard is narrowed, followed to a list, kept as a view, shared and ended', async ({
			page,
			browser,
			server,
			signIn
		}) => {
			await signIn('inspector@sample.test');
			await page.goto('/');
			await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
			await page.getByText('Choose filters').click();
			await page.getByRole('combobox', { name: 'Region' }).selectOption('South East');
			await page.getByRole('button', { name: 'Apply filters' }).click();
			await page.getByText('Choose filters').click();
			await page.getByRole('combobox', { name: 'Kind of body' }).selectOption('police-force');
			await page.getByRole('button', { name: 'Apply filters' }).click();
			await expect(page).toHaveURL('/dashboard?inspection=OIC&kind=police-force&region=South+East');
			if (script) await expectAccessible(page);
			const confirmed = page.locator('.app-figure').first();
			const number = (await confirmed.locator('.app-figure__value').textContent())!;
			await confirmed.click();
			await expect(page.getByRole('status').first()).toContainText(`${number} assignment`);
			await page.goBack();

			await page.getByRole('link', { name: 'Save this view' }).click();
			await page.getByRole('button', { name: 'Save the view' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter a name for this view');
			if (script) await expectAccessible(page);
			const name = `South East, ${script ? 'with' : 'without'} script`;
			await page.getByLabel('Name').fill(name);
			await page.getByRole('button', { name: 'Save the view' }).click();
			await expect(page.getByText('Your view is saved.')).toBeVisible();
			if (script) await expectAccessible(page);
			const row = page.getByRole('row', { name });
			const link = /\/views\/[0-9a-f]+/.exec((await row.textContent())!)![0];

			const context = await browser.newContext({ baseURL: server.origin });
			const lead = await context.newPage();
			await signInAs(lead, 'nca.lead@sample.test');
			await lead.goto(link);
			await expect(lead).toHaveURL('/dashboard?inspection=OIC&kind=police-force&region=South+East');
			await expect(lead.getByText('No assignments that you can see match this.')).toBeVisible();
			await context.close();

			await row.getByRole('link', { name: 'Rename or end' }).click();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'End the view' }).click();
			await expect(page.getByText('Your view is ended.')).toBeVisible();
			expect((await page.goto(link))?.status()).toBe(404);
		});

		test('a list is searched, and has the columns that somebody chose', async ({
			page,
			signIn
		}) => {
			await signIn('inspector@sample.test');
			await page.goto('/assignments');
			await page.getByText('Choose columns').click();
			await page.getByLabel('Region', { exact: true }).last().check();
			await page.getByRole('button', { name: 'Show these columns' }).click();
			await page.getByLabel('Search this list').fill('kent oic-7');
			await page.getByRole('button', { name: 'Apply filters' }).click();
			await expect(page).toHaveURL(/column=region.*q=kent\+oic-7/);
			await expect(page.getByRole('status').first()).toContainText('1 assignment');
			await page.getByRole('link', { name: 'Region' }).click();
			await expect(page).toHaveURL(/column=region.*sort=region/);
			if (script) await expectAccessible(page);
		});
	});
}
