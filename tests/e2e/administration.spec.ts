import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const SETTINGS = '/administration';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('an administrator adds a body, lets it take over from another, and both pages link', async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			await signInHere('admin@sample.test');
			await page.goto(`${SETTINGS}/organisations/new`);
			await page.getByRole('button', { name: 'Add the organisation' }).click();
			await expect(page.getByRole('alert')).toContainText('Select what kind of organisation it is');
			if (script) await expectAccessible(page);
			await page.getByLabel('Code').fill('SOUTHEAST');
			await page.getByLabel('Name', { exact: true }).fill('South East Police');
			await page.getByLabel('Kind').selectOption('police-force');
			await page.getByLabel('Region').selectOption('South East');
			await page.getByLabel('Title of the chief officer').fill('Chief Constable');
			await page.getByRole('button', { name: 'Add the organisation' }).click();
			await expect(page.getByText('The organisation is added.')).toBeVisible();

			await page.goto(`${SETTINGS}/organisations/KENT`);
			await page
				.getByRole('link', { name: 'Record its end' })
				.or(page.getByRole('button', { name: 'Record its end' }))
				.click();
			await page.getByLabel('Who takes over').selectOption('SOUTHEAST');
			await page.getByRole('button', { name: 'Continue' }).click();
			await expect(
				page.getByText(/^5 assignments of Kent Police go on at South East Police/)
			).toBeVisible();
			if (script) await expectAccessible(page);
			for (const [part, value] of [
				['Day', '1'],
				['Month', '11'],
				['Year', '2025']
			] as const) {
				await page.getByLabel(part, { exact: true }).fill(value);
			}
			await page.getByLabel('Why it ends').fill('The forces merged');
			await page.getByRole('button', { name: 'End Kent Police and hand over' }).click();
			await expect(page.getByText('The end is recorded')).toBeVisible();
			await expect(page.getByRole('link', { name: 'South East Police' })).toBeVisible();
			if (script) await expectAccessible(page);

			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const inspector = await context.newPage();
			await signIn(inspector, 'inspector@sample.test');
			await inspector.goto('/recommendations/OIC-7/KENT');
			await inspector.getByRole('link', { name: 'South East Police' }).click();
			await expect(inspector.getByRole('heading', { level: 1 })).toContainText('South East Police');
			await expect(inspector.getByText(/Taken over on .* from Kent Police/)).toBeVisible();
			if (script) await expectAccessible(inspector);
			await context.close();
		});
	});
}

test('a recommendation is allocated to one more body and withdrawn again', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto(`${SETTINGS}/recommendations/OIC-1`);
	await expectAccessible(page);
	await page
		.getByRole('link', { name: 'Add an organisation' })
		.or(page.getByRole('button', { name: 'Add an organisation' }))
		.click();
	await page.getByLabel('Organisation').selectOption('KENT');
	await page.getByLabel('Contributing').check();
	await page.getByLabel('Why').fill('It has the port');
	await page.getByRole('button', { name: 'Add the organisation' }).click();
	await expect(page.getByText('falls to one more organisation')).toBeVisible();
	await page.getByRole('link', { name: 'Withdraw from Kent Police' }).click();
	await page.getByRole('button', { name: 'Withdraw' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter the reason');
	await page.getByLabel('Why it does not fall to Kent Police').fill('It does not');
	await page.getByRole('button', { name: 'Withdraw' }).click();
	await expect(page.getByText('Closed: it does not count')).toBeVisible();
	await page.goto('/recommendations/OIC-1/KENT');
	await expect(page.getByText('No further action').first()).toBeVisible();
});
