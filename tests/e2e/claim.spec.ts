import { createHash } from 'node:crypto';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { addFile, addLink, addSighting, chooseEvidence } from '../support/steps.ts';

const KENT = '/recommendations/OIC-3/KENT';

test('a lead is told what stops a claim, adds evidence of three kinds, claims, and keeps the receipt', async ({
	page,
	signIn
}) => {
	// The whole way, with four looks at its pages: more than one test's time on a busy machine.
	test.slow();
	await signIn('kent.lead@sample.test');
	await page.goto(`${KENT}/moves/report-complete`);
	const checks = page.getByRole('region', { name: 'Checked before you begin' });
	await expect(checks.getByRole('link', { name: 'Add at least one piece' })).toBeVisible();
	await expectAccessible(page);

	await addFile(page, KENT, { title: 'New policy', text: 'Polisi newydd' });
	await addLink(page, KENT, { title: 'Audit of checks' });
	await addSighting(page, KENT, { title: 'Register of identity checks' });

	await page.goto(`${KENT}/moves/report-complete`);
	await expect(checks.getByRole('link', { name: 'Add at least one piece' })).toHaveCount(0);
	await page.getByLabel('What has been done').fill('All of it.\n\n<b>Not bold</b>');
	await page.getByRole('button', { name: 'Report complete' }).click();
	const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' });
	await expect(problem).toContainText('Select the evidence that shows criterion 1');
	await expect(page.getByLabel('What has been done')).toHaveValue('All of it.\n\n<b>Not bold</b>');
	await expectAccessible(page);
	await chooseEvidence(page, 'New policy', 'page 4');
	await chooseEvidence(page, 'Register of identity checks', 'entries 12 to 30');
	await page.getByRole('button', { name: 'Report complete' }).click();

	await expect(page.getByRole('heading', { name: 'Receipt: reported complete' })).toBeVisible();
	await expect(page.getByText('<b>Not bold</b>')).toBeVisible();
	await expect(page.getByText('New policy: page 4').first()).toBeVisible();
	await expect(page.getByText('Register of identity checks: entries 12 to 30')).toHaveCount(3);
	const fileHash = createHash('sha256').update('Polisi newydd').digest('hex');
	await expect(page.getByText(fileHash)).toBeVisible();
	await expectAccessible(page);

	const content = await page.request.get(`${page.url()}/content.json`);
	const contentHash = createHash('sha256')
		.update(await content.body())
		.digest('hex');
	await expect(page.getByText(contentHash, { exact: true })).toBeVisible();
	expect(content.headers()['content-type']).toContain('application/json');
	const { evidence } = (await content.json()) as { evidence: { title: string }[] };
	expect(evidence.map(({ title }) => title)).toEqual(['New policy', 'Register of identity checks']);
});

test('the inspector who decides sees what the claim rests on; another body sees no receipt', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto('/recommendations/OIC-7/KENT');
	const receipt = page.getByRole('link', { name: 'Receipt and evidence' }).first();
	await expect(receipt).toBeVisible();
	const path = (await receipt.getAttribute('href')) ?? '';
	await page.goto(path);
	await expectAccessible(page);

	const foreign = await browser.newPage({ baseURL: server.origin });
	await signIn(foreign, 'nca.lead@sample.test');
	for (const address of [path, `${path}/content.json`]) {
		expect((await foreign.request.get(address)).status(), address).toBe(404);
	}
	await foreign.close();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a claim is made, and what was selected stays selected when something is missing', async ({
		page,
		signIn
	}) => {
		const path = '/recommendations/OIC-5/KENT';
		await signIn('kent.lead@sample.test');
		await addLink(page, path, { title: 'Audit of checks' });
		await page.goto(`${path}/moves/report-complete`);
		await chooseEvidence(page, 'Audit of checks', 'section 2');
		await page.getByRole('button', { name: 'Report complete' }).click();
		await expect(page.getByRole('link', { name: 'Enter what has been done' })).toBeVisible();
		for (const box of await page.getByRole('checkbox', { name: 'Audit of checks' }).all()) {
			await expect(box).toBeChecked();
		}
		await page.getByLabel('What has been done').fill('Said without script.');
		await page.getByRole('button', { name: 'Report complete' }).click();
		await expect(page.getByRole('heading', { name: 'Receipt: reported complete' })).toBeVisible();
		await expect(page.getByText('Audit of checks: section 2').first()).toBeVisible();
	});
});
