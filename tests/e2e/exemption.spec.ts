import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const LEAD = 'kent.lead@sample.test';

for (const { script, kent, answer } of [
	{ script: true, kent: '/recommendations/OIC-3/KENT', answer: 'agree' },
	{ script: false, kent: '/recommendations/OIC-5/KENT', answer: 'refuse' }
] as const) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test(`a body asks to be not applicable, and the inspectorate does ${answer === 'agree' ? '' : 'not '}agree`, async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			await signInHere(LEAD);
			await page.goto(kent);
			await page.getByRole('link', { name: 'Ask for this to be not applicable' }).click();
			await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter why it does not apply');
			if (script) await expectAccessible(page);
			await page.getByLabel('Why it does not apply').fill('Another body does this for us');
			await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
			await expect(page.getByText('Your request is with the inspectorate.')).toBeVisible();
			await expect(page.getByText('Asked to be not applicable on')).toContainText('Morgan Reed');
			await expect(page.getByRole('link', { name: 'Report complete' })).toHaveCount(0);
			if (script) await expectAccessible(page);

			await page.goto(`${kent}/moves/report-complete`);
			const request = page.getByRole('link', { name: 'See the request' });
			await expect(request).toBeVisible();
			await request.click();
			await expect(page.getByText('Another body does this for us')).toBeVisible();

			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const inspector = await context.newPage();
			await signIn(inspector, 'inspector@sample.test');
			await inspector.goto('/reviews');
			if (script) await expectAccessible(inspector);
			const reference = kent.replace('/recommendations/', '');
			await inspector
				.getByRole('link', { name: new RegExp(`^${reference} ?, the request`) })
				.click();
			if (script) await expectAccessible(inspector);
			await inspector.getByRole('link', { name: 'Decide the request' }).click();
			await inspector.getByRole('button', { name: 'Decide', exact: true }).click();
			await expect(inspector.getByRole('alert')).toContainText('Select whether you agree');
			if (script) await expectAccessible(inspector);
			await inspector.getByLabel(answer === 'agree' ? /^I agree/ : /^I do not agree/).check();
			await inspector.getByLabel('Why', { exact: true }).fill('Checked with that body');
			await inspector.getByRole('button', { name: 'Decide', exact: true }).click();
			if (answer === 'agree') {
				await expect(inspector.getByText('is set not applicable.')).toBeVisible();
			} else await expect(inspector.getByText('stays as it is.')).toBeVisible();
			await context.close();

			await page.goto(`${kent}/exemption`);
			await expect(page.getByText('Checked with that body')).toBeVisible();
			await page.goto(kent);
			await expectStatus(page, answer === 'agree' ? 'Not applicable' : 'Returned');
		});
	});
}

test('a request is withdrawn by the body, and can be made again', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere(LEAD);
	await page.goto('/recommendations/OIC-10/KENT/exemption/ask');
	await page.getByLabel('Why it does not apply').fill('We thought so');
	await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
	await page.getByRole('link', { name: 'See the request' }).click();
	await page.getByRole('link', { name: 'Withdraw the request' }).click();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Withdraw the request' }).click();
	await expect(page.getByText('The request is withdrawn.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Report complete' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ask for this to be not applicable' })).toBeVisible();
});

test('a contributor reads the request and asks for nothing; another organisation is told that there is nothing', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('kent.contributor@sample.test');
	await page.goto('/recommendations/OIC-10/KENT/exemption');
	await expect(page.getByRole('link', { name: 'Ask for this' })).toHaveCount(0);
	const forbidden = await page.goto('/recommendations/OIC-10/KENT/exemption/ask');
	expect(forbidden?.status()).toBe(403);
	const foreign = await browser.newPage({ baseURL: server.origin });
	await signIn(foreign, 'nca.lead@sample.test');
	for (const path of ['', '/ask', '/decide', '/withdraw']) {
		const response = await foreign.goto(`/recommendations/OIC-10/KENT/exemption${path}`);
		expect(response?.status(), path).toBe(404);
	}
	await foreign.close();
});

async function expectStatus(page: Page, word: string): Promise<void> {
	const row = page.locator('.govuk-summary-list__row').filter({ hasText: 'Status' }).first();
	await expect(row).toContainText(word);
}
