import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('an inspector prepares a pack, issues it, and anybody can check its code and its file', async ({
			page,
			signIn
		}) => {
			// A pack is a long page, and axe looks at every part of it.
			test.slow();
			const check = async () => {
				if (script) await expectAccessible(page);
			};
			await signIn('inspector@sample.test');
			await page.goto('/board-packs');
			await check();
			await page.getByRole('link', { name: 'Prepare a pack' }).click();
			await page.getByRole('button', { name: 'Prepare the pack' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter the meeting');
			await check();
			await page.getByLabel('Meeting', { exact: true }).fill('Board #1 [today] $x$');
			const meetingOn = page.getByRole('group', { name: 'Date of the meeting' });
			for (const [part, value] of [
				['Day', '1'],
				['Month', '12'],
				['Year', '2027']
			] as const) {
				await meetingOn.getByLabel(part).fill(value);
			}
			await page.getByLabel('For decision').check();
			await page.getByLabel('Asks of the board').fill('Agree to #strong[this].');
			await page.getByRole('button', { name: 'Prepare the pack' }).click();
			await expect(page.getByText('The draft is begun.')).toBeVisible();
			await check();

			await page
				.getByRole('link', { name: /^Add commentary/ })
				.first()
				.click();
			await page.getByLabel('What the pack says of it').fill('They have been asked.');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByText('They have been asked.').first()).toBeVisible();

			await page
				.getByRole('link', { name: 'Preview' })
				.or(page.getByRole('button', { name: 'Preview' }))
				.click();
			await expect(page.getByText('Draft: this pack has not been issued.')).toBeVisible();
			await check();
			await page.getByRole('link', { name: 'Back to the pack' }).click();
			await page
				.getByRole('link', { name: 'Issue the pack' })
				.or(page.getByRole('button', { name: 'Issue the pack' }))
				.click();
			await page.getByRole('button', { name: 'Issue it' }).click();
			await expect(page.getByText('The pack is issued.')).toBeVisible();
			const code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!;

			const downloading = page.waitForEvent('download');
			await page
				.getByRole('link', { name: 'Download as PDF' })
				.or(page.getByRole('button', { name: 'Download as PDF' }))
				.click();
			const file = await (await downloading).path();
			expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');

			await page.context().clearCookies();
			await page.goto('/verify');
			await check();
			await page.getByLabel('Code on the paper').fill(code.toLowerCase().replace('-', ' '));
			await page.getByRole('button', { name: 'Check the code' }).click();
			await expect(page.getByText('This is genuine, and no later pack')).toBeVisible();
			await expect(page.getByText('Board #1 [today] $x$', { exact: false })).toBeVisible();
			await check();
			await page.getByLabel('The PDF as you received it').setInputFiles(file);
			await page.getByRole('button', { name: 'Check the file' }).click();
			await expect(page.getByText('This is genuine, and no later pack')).toBeVisible();
			const text = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('plain') };
			await page.getByLabel('The PDF as you received it').setInputFiles(text);
			await page.getByRole('button', { name: 'Check the file' }).click();
			await expect(page.getByRole('alert')).toContainText('must be a PDF');
			await page.getByLabel('Code on the paper').fill('CDFG-3467');
			await page.getByRole('button', { name: 'Check the code' }).click();
			await expect(page.getByText('No paper with this code was issued here.')).toBeVisible();
		});
	});
}
