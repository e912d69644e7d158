import { readFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('a lead takes the workbook away, fills it in, brings it back and accepts it', async ({
			page,
			signIn
		}) => {
			await signIn('kent.lead@sample.test');
			await page.goto('/workbooks');
			if (script) await expectAccessible(page);
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Excel' }).first().click()
			]);
			expect(download.suggestedFilename()).toMatch(/KENT-workbook-as-at-.*-OFFICIAL\.xlsx$/);
			const book = read(readFileSync(await download.path()));
			utils.sheet_add_aoa(book.Sheets['Assignments']!, [['Filled in on a train.']], {
				origin: 'H4'
			});
			const buffer = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
			const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
			await page
				.getByLabel('Workbooks')
				.setInputFiles({ name: 'kent.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
			await page.getByRole('button', { name: 'Compare' }).click();
			await expect(page.getByRole('alert')).toContainText('It has to be an Excel');
			await page.getByLabel('Workbooks').setInputFiles({ name: 'kent.xlsx', mimeType, buffer });
			await page.getByRole('button', { name: 'Compare' }).click();
			await expect(page.getByText('1 of 1 change to decide.')).toBeVisible();
			await expect(page.getByRole('cell', { name: 'Filled in on a train.' })).toBeVisible();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'Accept what is selected' }).click();
			await page.getByRole('button', { name: 'Accept 1 change' }).click();
			await expect(page.getByText('Every change is decided.')).toBeVisible();
		});
	});
}
