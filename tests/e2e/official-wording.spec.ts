import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

/** Every way in which a deadline is worded, each as the report prints it or with plainly invented words. */
const SOURCE = [
	'Recommendations',
	'',
	'Recommendation 1',
	'By 30 September 2026, Border Security Command should make sure:',
	'• that an invented first part is done; and',
	'• that an invented second part is done.',
	'12',
	'Recommendation 2',
	'With immediate effect, all forces should review …',
	'R3 Within six months the National Crime Agency should put in place arrangements to ensure that:',
	'(a) one;',
	'(b) two.',
	'4. By March 2027, chief constables should begin.',
	'Recommendation 5',
	'Immediately, the responsibility … should be transferred … no later than September 2027.',
	'Recommendation 6',
	'Not later than 31 March 2027 those forces using a threat, harm and risk policy, that have not yet done so, should …',
	'Recommendation 7',
	'No deadline set by HMICFRS December 2019 set to align with the next inspection'
].join('\n');

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('wording that one person loads is put in force by another', async ({ page, signIn }) => {
			await signIn('admin@sample.test');
			await page.goto('/wording/new?inspection=OIC');
			await page.getByRole('button', { name: 'Read it' }).click();
			await expect(page.getByRole('alert')).toContainText('No recommendation could be read');
			await page.getByLabel('The section with the recommendations').fill(SOURCE);
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'Read it' }).click();
			await expect(page.getByText('The wording is kept beside what was read')).toBeVisible();
			await expect(page.getByText('“By March 2027”: 31 March 2027.')).toBeVisible();
			await expect(page.getByText('The addressees are named by a condition.')).toBeVisible();
			if (script) await expectAccessible(page);

			await page.getByRole('link', { name: 'Correct Recommendation 6' }).click();
			await page.getByLabel('Kent Police').check();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'Save the correction' }).click();
			await expect(page.getByText('The correction is saved.')).toBeVisible();
			const load = new URL(page.url()).pathname;

			await page.context().clearCookies();
			await signIn('inspector@sample.test');
			await page.goto(load);
			await page.getByRole('link', { name: 'Send it back to the loader' }).click();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'Send it back' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter what has to be put right');
			await page.getByLabel('What has to be put right?').fill('Page 12 belongs to the footer');
			await page.getByRole('button', { name: 'Send it back' }).click();
			await expect(page.getByText('The wording is sent back.')).toBeVisible();
			await expect(page.getByRole('link', { name: 'Check what accepting does' })).toHaveCount(0);

			await page.context().clearCookies();
			await signIn('admin@sample.test');
			await page.goto(load);
			await expect(page.getByText('Page 12 belongs to the footer')).toBeVisible();
			await page.getByRole('link', { name: 'Offer it to be checked again' }).click();
			if (script) await expectAccessible(page);
			await page.getByLabel('What did you do about it?').fill('It is left out already');
			await page.getByRole('button', { name: 'Offer it again' }).click();
			await expect(page.getByText('The wording is offered again.')).toBeVisible();
			if (script) await expectAccessible(page);

			await page.context().clearCookies();
			await signIn('inspector@sample.test');
			await page.goto(load);
			await page.getByRole('link', { name: 'Check what accepting does' }).click();
			await page
				.getByRole('group', { name: /^Recommendation 1 falls to these/ })
				.getByLabel('National Crime Agency')
				.check();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'I have checked it: put it in force' }).click();
			await expect(page.getByText('The official wording is in force.')).toBeVisible();
			await page.goto('/recommendations/OIC-1');
			await expect(
				page.getByText('that an invented first part is done; and').first()
			).toBeVisible();
			await expect(
				page.getByText(/licensed under the Open Government Licence/).first()
			).toBeVisible();
		});
	});
}

test('a token is shown once, reads, and is dead when it is revoked', async ({
	page,
	signIn,
	request
}) => {
	await signIn('kent.lead@sample.test');
	await page.goto('/account/tokens/new');
	await page.getByLabel('Name', { exact: true }).fill('Weekly sheet');
	await page.getByLabel('Programs that read').check();
	await page.getByLabel('Counts', { exact: true }).check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Make it' }).click();
	const token = await page.locator('code.app-code').innerText();
	const headers = { authorization: `Bearer ${token}` };
	const { origin } = new URL(page.url());
	expect((await request.get(`${origin}/api/v1/counts`, { headers })).status()).toBe(200);
	await page.goto('/account/tokens');
	await expect(page.getByText(token)).toHaveCount(0);
	await page.getByRole('button', { name: 'Revoke Weekly sheet' }).click();
	await expect(page.getByText('The token is revoked.')).toBeVisible();
	expect((await request.get(`${origin}/api/v1/counts`, { headers })).status()).toBe(401);
	// A cookie opens nothing there.
	expect((await page.request.get(`${origin}/api/v1/counts`)).status()).toBe(401);
});

test('adding a phrase that is there already says so, and leads to it', async ({ page, signIn }) => {
	await signIn('inspector@sample.test');
	await page.goto('/wording/addressees/phrase');
	await page.getByLabel('Phrase').fill('The Chief Constables');
	await page.getByLabel('Kent Police').check();
	await page.getByRole('button', { name: 'Save the phrase' }).click();
	await expect(page.getByRole('alert')).toContainText('is in the table already');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Change what “chief constables” stands for' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Change a phrase' })).toBeVisible();
});
