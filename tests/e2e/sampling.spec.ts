import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('an inspector draws a sample, records what each check came to, and reads the sentence', async ({
			page,
			signIn
		}) => {
			await signIn('inspector@sample.test');
			await page.goto('/samples/new');
			await page.getByLabel('How many claims').fill('9999');
			await page.getByRole('button', { name: 'See what it would tell' }).click();
			await expect(page.getByRole('alert')).toContainText('must be between 1 and');
			if (script) await expectAccessible(page);
			await page.getByLabel('How many claims').fill('3');
			await page.getByRole('button', { name: 'See what it would tell' }).click();
			await expect(page.getByText(/^If all 3 are upheld: at least \d+ of \d+ are/)).toBeVisible();
			await page.getByRole('button', { name: 'Draw 3 claims' }).click();
			await expect(page.getByText('The sample is drawn.')).toBeVisible();
			await expect(page.getByText('3 claims drawn, none checked yet.')).toBeVisible();
			await expect(page.getByText(/the same 3 claims in the same order/)).toBeVisible();
			if (script) await expectAccessible(page);

			for (let position = 1; position <= 3; position += 1) {
				await page
					.getByRole('link', { name: /^Record the outcome/ })
					.first()
					.click();
				await page.getByRole('button', { name: 'Record the outcome' }).click();
				await expect(page.getByRole('alert')).toContainText('Select what the check came to');
				if (script && position === 1) await expectAccessible(page);
				await page.getByLabel('Upheld', { exact: true }).check();
				await page.getByRole('button', { name: 'Record the outcome' }).click();
				await expect(page.getByText('The outcome is recorded.')).toBeVisible();
			}
			await expect(
				page.getByText(/^3 of \d+ checked, all upheld: at least \d+ of \d+ are genuine/)
			).toBeVisible();

			await page
				.getByRole('link', { name: /^Change the outcome/ })
				.first()
				.click();
			await page.getByLabel('Not upheld').check();
			await page.getByLabel('What you saw').fill('The log has gaps');
			await page.getByRole('button', { name: 'Record the outcome' }).click();
			await expect(
				page.getByText(/^3 of \d+ checked, 2 upheld and 1 not upheld: at least \d+ of/)
			).toBeVisible();

			await page
				.getByRole('button', { name: 'Print' })
				.or(page.getByRole('link', { name: 'Print' }))
				.click();
			await expect(page.getByText(/Data as at/)).toBeVisible();
			await expect(page.getByText('The log has gaps')).toBeVisible();
			if (script) await expectAccessible(page);
		});
	});
}
