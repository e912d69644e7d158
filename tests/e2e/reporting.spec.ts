import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const INSPECTOR = 'inspector@sample.test';

test('an inspector finds whom to chase, and a lead what was not reported', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere(INSPECTOR);
	await page.getByRole('link', { name: 'Reporting', exact: true }).click();
	await expectAccessible(page);
	const closed = page.getByRole('row').filter({ hasText: 'Closed' }).nth(1);
	const silent = closed.getByRole('cell').nth(2);
	const count = Number((await silent.innerText()).split('\n')[0]!.match(/\d+/)?.[0]);
	expect(count).toBeGreaterThan(0);
	await silent.getByRole('link').click();
	await expect(page.getByRole('link', { name: `Not reported (${count})` })).toBeVisible();
	await expectAccessible(page);
	await page
		.getByText(/^Text to send to/)
		.first()
		.click();
	const text = page.getByRole('textbox').first();
	await expect(text).toHaveValue(
		/ended without an update from .*\/organisations\/\w+\/updates\/new/s
	);
	await expect(page.getByRole('button', { name: /^Copy/ }).first()).toBeVisible();

	const lead = await (await browser.newContext({ baseURL: server.origin })).newPage();
	await signIn(lead, 'kent.lead@sample.test');
	await lead.goto('/organisations/KENT/reporting');
	await expect(lead.getByText('Not reported').first()).toBeVisible();
	await expectAccessible(lead);
	expect((await lead.goto('/periods'))?.status()).toBe(403);
});

for (const { script, force } of [
	{ script: true, force: 'Merseyside' },
	{ script: false, force: 'West Mercia' }
]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('an inspector sets the rhythm and records what a local policing body published', async ({
			page,
			signIn: signInHere
		}) => {
			await signInHere(INSPECTOR);
			await page.goto('/periods/rhythm');
			await page.getByRole('button', { name: 'Set the rhythm' }).click();
			await expect(page.getByRole('alert')).toContainText('Select another rhythm');
			const isMonthly = await page.getByLabel('Every month').isChecked();
			await page.getByLabel(isMonthly ? 'Every quarter' : 'Every month').check();
			await page.getByRole('button', { name: 'Set the rhythm' }).click();
			await expect(page.getByText('The rhythm is set.')).toBeVisible();

			await page.goto('/section-55');
			if (script) await expectAccessible(page);
			await page.getByRole('link', { name: `Commissioner for ${force}` }).click();
			await page.getByRole('link', { name: 'Record what was published' }).click();
			await page.getByRole('button', { name: 'Record', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Enter the address of the comments');
			if (script) await expectAccessible(page);
			await page.getByLabel('Day').fill('12');
			await page.getByLabel('Month').fill('7');
			await page.getByLabel('Year').fill('2025');
			await page.getByLabel('Where can they be read?').fill('https://commissioner.example/report');
			await page.getByLabel('What the comments say').first().selectOption('No action, with why');
			await page.getByRole('button', { name: 'Record', exact: true }).click();
			await expect(page.getByText('What was published is recorded.')).toBeVisible();
			await expect(page.getByText('2 days late')).toBeVisible();
			if (script) await expectAccessible(page);
		});
	});
}
