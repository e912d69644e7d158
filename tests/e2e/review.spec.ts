import type { Browser, Page } from '@playwright/test';
import type { SampleEmail } from '#lib/domain/sample.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { chooseEvidence } from '../support/steps.ts';

const KENT = '/recommendations/OIC-7/KENT';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('a claim is returned with a reason for a criterion, made again, and confirmed by another', async ({
			page,
			browser,
			server
		}) => {
			test.slow();
			const looks = async (at: Page) => {
				if (script) await expectAccessible(at);
			};
			await signIn(page, 'inspector@sample.test');
			await page.goto('/reviews?recommendation=OIC-7&organisation=KENT');
			await looks(page);
			await page.getByRole('link', { name: /^Hand over.*: OIC-7\/KENT$/ }).click();
			await page.getByLabel(/^Jo Fairweather/).check();
			await page.getByLabel('Why').fill('She knows the force');
			await looks(page);
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByText('The claim is handed over.')).toBeVisible();
			await expect(page.getByRole('table').first()).toContainText('Jo Fairweather');

			await page.goto(`${KENT}/review`);
			await expect(page.getByText('has taken this claim for review')).toBeVisible();
			await page.getByRole('button', { name: 'Decide the claim' }).click();
			const alert = page.getByRole('alert').first();
			await expect(alert).toContainText('Select how far criterion 1 is met');
			await looks(page);
			await mark(page, ['Met', 'Partly met', 'Met']);
			await page.getByLabel('Return it with reasons').check();
			await page.getByLabel('Why', { exact: true }).fill('One gap is left');
			await page.getByRole('button', { name: 'Decide the claim' }).click();
			await expect(alert).toContainText('Enter what is missing');
			await expect(page.getByLabel('Why', { exact: true })).toHaveValue('One gap is left');
			await page.getByLabel('What is missing from criterion 2').fill('Two grades have no reason');
			await page.getByRole('button', { name: 'Decide the claim' }).click();
			await expect(page.getByText('Your decision is recorded.')).toBeVisible();

			const lead = await openAs(browser, server.origin, 'kent.lead@sample.test', script);
			await lead.goto(KENT);
			await expect(lead.getByText('Two grades have no reason')).toBeVisible();
			await looks(lead);
			await lead.goto(`${KENT}/moves/report-complete`);
			await lead.getByLabel('What has been done').fill('The two grades have their reason now');
			const points = lead.getByRole('group', { name: 'which evidence shows it' });
			const title = (await points.first().locator('label').first().innerText()).trim();
			await chooseEvidence(lead, title, 'page 9');
			await lead.getByRole('button', { name: 'Report complete' }).click();
			await expect(lead.getByRole('heading', { name: 'Receipt: reported complete' })).toBeVisible();

			const second = await openAs(browser, server.origin, 'inspector2@sample.test', script);
			await second.goto(`${KENT}/review`);
			await expect(second.getByText('Two grades have no reason')).toBeVisible();
			await expect(second.getByText('Look at page 9').first()).toBeVisible();
			await mark(second, ['Met', 'Met', 'Met']);
			await second.getByLabel('Confirm that this is complete').check();
			await second.getByLabel('Visit').check();
			await second.getByRole('button', { name: 'Decide the claim' }).click();
			await expect(second.getByText('Your decision is recorded.')).toBeVisible();

			await expect(second.getByText('Confirmed', { exact: true }).first()).toBeVisible();
		});
	});
}

test('of two inspectors who decide at once, the second is told who decided what and keeps the text', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/recommendations/OIC-7/BEDS/review');
	await mark(page, ['Met', 'Met', 'Met']);
	await page.getByLabel('Return it with reasons').check();
	await page.getByLabel('Why', { exact: true }).fill('What I have found');

	const second = await openAs(browser, server.origin, 'inspector2@sample.test', true);
	await second.goto('/recommendations/OIC-7/BEDS/review');
	await mark(second, ['Met', 'Met', 'Met']);
	await second.getByLabel('Confirm that this is complete').check();
	await second.getByLabel('Desk review').check();
	await second.getByRole('button', { name: 'Decide the claim' }).click();
	await expect(second.getByText('Your decision is recorded.')).toBeVisible();

	await page.getByRole('button', { name: 'Decide the claim' }).click();
	const told = page.getByRole('alert').filter({ hasText: 'changed while you were writing' });
	await expect(told).toContainText('Jo Fairweather (sample) confirmed OIC-7');
	await expect(page.getByLabel('Why', { exact: true })).toHaveValue('What I have found');
	await expectAccessible(page);
});

/** One finding for each criterion, in their order. */
async function mark(page: Page, findings: readonly string[]): Promise<void> {
	for (const [index, finding] of findings.entries()) {
		const group = page.getByRole('group', { name: `How far is criterion ${index + 1} met?` });
		await group.getByLabel(finding, { exact: true }).check();
	}
}

async function openAs(
	browser: Browser,
	baseURL: string,
	email: SampleEmail,
	javaScriptEnabled: boolean
): Promise<Page> {
	const context = await browser.newContext({ baseURL, javaScriptEnabled });
	const page = await context.newPage();
	await signIn(page, email);
	return page;
}
