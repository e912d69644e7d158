import { SAMPLE_SIGN_INS } from '#lib/domain/sample.ts';
import { expect, test } from '../support/fixtures.ts';

for (const { email, words } of SAMPLE_SIGN_INS) {
	test(`${email} can sign in: ${words}`, async ({ page, signIn }) => {
		await signIn(email);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(new URL(page.url()).pathname).not.toBe('/sign-in');
	});
}

test('the password of the sample opens nothing for somebody who has none', async ({ page }) => {
	await page.goto('/sign-in');
	await page.getByLabel('Email address').fill('essex.lead@sample.test');
	await page.getByLabel('Password', { exact: true }).fill('sample-only-password');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
});
