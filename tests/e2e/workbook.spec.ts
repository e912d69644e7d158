import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { read, utils, write, type WorkBook } from '@e965/xlsx';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('a lead takes the workbook away, fills it in, brings it back and decides each change', async ({
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
			const left = readFileSync(await download.path());
			const book = read(left);
			const sheet = book.Sheets['Assignments']!;
			utils.sheet_add_aoa(sheet, [['Filled in on a train.']], { origin: 'H4' });
			utils.sheet_add_aoa(sheet, [['Not to be published.']], { origin: 'H5' });
			const buffer = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
			const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
			await page
				.getByLabel('Workbooks')
				.setInputFiles({ name: 'kent.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
			await page.getByRole('button', { name: 'Compare' }).click();
			await expect(page.getByRole('alert')).toContainText('It has to be an Excel');
			await page.getByLabel('Workbooks').setInputFiles({ name: 'kent.xlsx', mimeType, buffer });
			await page.getByRole('button', { name: 'Compare' }).click();
			await expect(page.getByText('2 of 2 changes to decide.')).toBeVisible();
			for (const column of ['When it left', 'Now', 'In the workbook']) {
				await expect(page.getByRole('columnheader', { name: column })).toHaveCount(2);
			}
			await expect(page.getByRole('cell', { name: 'Filled in on a train.' })).toBeVisible();
			if (script) await expectAccessible(page);
			const [taken, refused] = [keyOf(book, 4), keyOf(book, 5)];
			await page.getByRole('checkbox', { name: refused }).uncheck();
			await page.getByRole('button', { name: 'Accept what is selected' }).click();
			await page.getByRole('button', { name: 'Accept 1 change' }).click();
			await expect(page.getByText('1 of 2 changes to decide.')).toBeVisible();
			await page.getByRole('button', { name: 'Refuse what is selected' }).click();
			await page.getByRole('button', { name: 'Refuse 1 change' }).click();
			await expect(page.getByText('Every change is decided.')).toBeVisible();

			await page.goto(`/recommendations/${taken}/updates`);
			await expect(page.getByText('Filled in on a train.')).toBeVisible();
			await page.goto(`/recommendations/${refused}/updates`);
			await expect(page.getByText('Not to be published.')).toHaveCount(0);
			const now = await page.request.get(download.url());
			expect(changedRows(read(left), read(await now.body()))).toEqual([taken]);
		});
	});
}

/** 'OIC-7/KENT', of a row of the sheet of assignments. */
function keyOf(book: WorkBook, row: number): string {
	return String(book.Sheets['Assignments']?.[`A${row}`]?.v);
}

/** The keys of what a later workbook tells differently, on any of its sheets. */
function changedRows(before: WorkBook, after: WorkBook): string[] {
	return ['Assignments', 'Actions'].flatMap((name) => {
		const [old, fresh] = [before, after].map((book) =>
			utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1 }).slice(3)
		);
		expect(fresh).toHaveLength(old!.length);
		return fresh!.filter((row, at) => !isDeepStrictEqual(row, old![at])).map(([key]) => key!);
	});
}
