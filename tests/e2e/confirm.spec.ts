import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/fixtures.ts';
import { pdfText } from '../support/pdf-text.ts';

test('when the inspector confirms, overview, printed summary and audit trail agree on the counts', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'inspector@sample.test');
	const before = await figures(page);
	const paperBefore = await printed(page);
	expect(paperBefore).toContain(`${before.confirmed} of `);

	await page.goto('/reviews');
	await page.getByRole('link', { name: 'OIC-7/KENT', exact: true }).click();
	await page.getByRole('link', { name: 'Decide the claim' }).click();
	await page.getByRole('button', { name: 'Decide the claim' }).click();
	await expect(page.getByRole('alert')).toContainText('Select whether you confirm');
	for (const group of await page.getByRole('group', { name: /How far is criterion/ }).all()) {
		await group.getByLabel('Met', { exact: true }).check();
	}
	await page.getByLabel('Confirm that this is complete').check();
	await page.getByLabel('Desk review').check();
	await page.getByRole('button', { name: 'Decide the claim' }).click();
	// Back where the next claim waits.
	await expect(page).toHaveURL(/\/reviews$/);
	await expect(page.getByText('Your decision is recorded.')).toBeVisible();

	const after = await figures(page);
	expect(after.confirmed).toBe(before.confirmed + 1);
	expect(after.claimed).toBe(before.claimed - 1);

	await page.goto('/assignments?status=confirmed');
	await expect(page.getByRole('main').getByRole('status')).toContainText(String(after.confirmed));

	const board = await browser.newPage({ baseURL: server.origin });
	await signIn(board, 'board@sample.test');
	const sheets = await pages(board);
	expect(sheets).toHaveLength(2);
	for (const sheet of sheets) {
		expect(sheet).toContain('OFFICIAL');
		expect(sheet).toContain('Sample data');
		expect(sheet).toContain('Data as at');
	}
	expect(sheets[0]).toContain('Page 1 of 2');
	expect(sheets.join(' ')).toContain(`${after.confirmed} of `);
	expect(sheets.join(' ')).toContain(`${after.claimed} are reported complete`);
	await board.close();

	await page.goto('/audit');
	await expect(page.getByRole('main')).toContainText(
		'Alex Marlowe (sample) confirmed OIC-7 for Kent Police on the basis of a desk review.'
	);
});

async function figures(page: Page): Promise<{ confirmed: number; claimed: number }> {
	await page.goto('/');
	const figure = async (name: RegExp) => {
		const text = await page.getByRole('main').getByRole('link', { name }).first().innerText();
		return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', ''));
	};
	return {
		confirmed: await figure(/confirmed/i),
		claimed: await figure(/reported complete|waiting/i)
	};
}

async function pages(page: Page): Promise<string[]> {
	await page.goto('/summary', { waitUntil: 'networkidle' });
	return pdfText(await page.pdf({ preferCSSPageSize: true }));
}

async function printed(page: Page): Promise<string> {
	return (await pages(page)).join(' ');
}
