import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const KENT_3 = '/recommendations/OIC-3/KENT';
const HOSTILE = '<script>alert(1)</script> =1+1 ŵ ł';

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';

	test.describe(how, () => {
		test.use({ javaScriptEnabled: script });

		test('body and inspectorate talk, and the body never sees the note between', async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			const question = `What would you like to see first, ${how}?`;
			const answer = `The records of the last quarter, ${how}.`;
			const note = `Nobody at the organisation reads this, ${how}. ${HOSTILE}`;
			await signInHere('kent.contributor@sample.test');
			await page.goto(`${KENT_3}/conversation`);
			await page.getByRole('link', { name: 'Write a comment' }).click();
			await page.getByRole('button', { name: 'Send the comment to everybody' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter your text');
			if (script) await expectAccessible(page);
			await page.getByLabel('Your comment').fill(question);
			await page.getByLabel('Alex Marlowe (sample)').check();
			await expect(page.getByLabel('Pat Lindqvist (sample)')).toHaveCount(0);
			await page.getByRole('button', { name: 'Send the comment to everybody' }).click();
			await expect(page.getByText('Your comment is there for everybody')).toBeVisible();
			await expect(commentOf(page, question)).toContainText('Told: Alex Marlowe (sample)');

			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const inspector = await context.newPage();
			await signIn(inspector, 'inspector@sample.test');
			await inspector.goto(`${KENT_3}/conversation`);
			await inspector.getByRole('link', { name: 'Keep a note' }).click();
			await inspector.getByLabel('Your note').fill(`${note} \u202eabc`);
			await expect(inspector.getByLabel('Morgan Reed (sample)')).toHaveCount(0);
			if (script) await expectAccessible(inspector);
			await inspector.getByRole('button', { name: 'Keep the note' }).click();
			await expect(commentOf(inspector, note)).toContainText('Inspectorate only');
			await inspector.getByRole('link', { name: 'Write a comment' }).click();
			await inspector.getByLabel('Your comment').fill(answer);
			await inspector.getByRole('button', { name: 'Send the comment to everybody' }).click();
			await expect(commentOf(inspector, answer)).toBeVisible();
			if (script) await expectAccessible(inspector);
			await context.close();

			await page.goto(`${KENT_3}/conversation`);
			await expect(commentOf(page, answer)).toContainText('Inspectorate');
			expect(await page.content()).not.toContain('Nobody at the organisation');
			await expect(page.getByText('Inspectorate only')).toHaveCount(0);
		});
	});
}

test('what is typed is kept as a draft until it is sent', async ({ page, signIn: signInHere }) => {
	await signInHere('kent.lead@sample.test');
	await page.goto(`${KENT_3}/conversation/new`);
	await page.getByLabel('Your comment').fill('Half a question');
	await page.getByLabel('Ash Whitlock (sample)').check();
	await page.getByRole('button', { name: 'Save draft' }).click();
	await expect(page.getByText(/Draft saved/)).toBeVisible();
	await page.goto(`${KENT_3}/conversation/new`);
	await expect(page.getByLabel('Your comment')).toHaveValue('Half a question');
	await expect(page.getByLabel('Ash Whitlock (sample)')).toBeChecked();
	await page.getByRole('button', { name: 'Send the comment to everybody' }).click();
	await expect(commentOf(page, 'Half a question')).toBeVisible();
	await page.goto(`${KENT_3}/conversation/new`);
	await expect(page.getByLabel('Your comment')).toHaveValue('');
});

test('a board member reads the comments; another organisation is told that there is nothing', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('board@sample.test');
	await page.goto('/recommendations/OIC-5/KENT/conversation');
	await expect(
		page.getByRole('listitem').filter({ hasText: 'The records, please.' })
	).toBeVisible();
	await expect(page.getByText('Two other forces')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Write a comment' })).toHaveCount(0);
	const forbidden = await page.goto('/recommendations/OIC-5/KENT/conversation/new');
	expect(forbidden?.status()).toBe(403);
	const foreign = await browser.newPage({ baseURL: server.origin });
	await signIn(foreign, 'nca.lead@sample.test');
	for (const path of ['', '/new', '/notes/new']) {
		const response = await foreign.goto(`/recommendations/OIC-5/KENT/conversation${path}`);
		expect(response?.status(), path).toBe(404);
	}
	await foreign.close();
});

function commentOf(page: Page, text: string) {
	return page.locator('.app-comments > li').filter({ hasText: text });
}
