import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const NCA = '/recommendations/PRE-1/NCA';
const BSC = '/recommendations/PRE-1/BSC';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('a second inspector agrees with one review and not with another, and the body reads both names', async ({
			page
		}) => {
			await signIn(page, 'inspector@sample.test');
			await page.goto(`${BSC}/review/countersign`);
			await expect(page.getByRole('button', { name: 'Give your answer' })).toHaveCount(0);
			await expect(page.getByText('You reviewed this claim, so another')).toBeVisible();
			await page.goto(`${NCA}/review/countersign`);
			if (script) await expectAccessible(page);
			await page.getByLabel('I agree').check();
			await page.getByRole('button', { name: 'Give your answer' }).click();
			await expect(page.getByText('You have countersigned the review.')).toBeVisible();

			await page.context().clearCookies();
			await signIn(page, 'inspector2@sample.test');
			await page.goto(`${BSC}/review/countersign`);
			await page.getByLabel('I do not agree').check();
			await page.getByRole('button', { name: 'Give your answer' }).click();
			await expect(page.getByRole('alert')).toContainText('There is a problem');
			await page.getByLabel('Why', { exact: true }).fill('The nights were tested in June.');
			await page.getByRole('button', { name: 'Give your answer' }).click();
			await expect(page.getByText('You have not agreed with the review.')).toBeVisible();

			await page.context().clearCookies();
			await signIn(page, 'nca.lead@sample.test');
			await page.goto(NCA);
			const main = page.getByRole('main');
			await expect(main).toContainText('Confirmed since');
			await expect(main).toContainText(/countersign\w* the review by Jo Fairweather/);
		});
	});
}
