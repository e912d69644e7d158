import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const KENT = '/recommendations/OIC-3/KENT';
const NCA = '/recommendations/OIC-5/NCA';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('one body waits, the other disputes and then acknowledges it, and the first reads that', async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			await signInHere('kent.lead@sample.test');
			await page.goto(`${KENT}/waiting`);
			await page.getByLabel('What it waits for').fill('OIC-5/NCA');
			await page.getByLabel('Why it has to wait').fill('The national format is not out');
			for (const [part, value] of [
				['Day', '27'],
				['Month', '3'],
				['Year', '2029']
			] as const) {
				await page.getByLabel(part, { exact: true }).fill(value);
			}
			await page.getByRole('button', { name: 'Record the wait' }).click();
			await expect(page.getByText('National Crime Agency: Not answered yet.')).toBeVisible();
			await expect(page.getByText('days open: 0 waiting for National Crime Agency')).toBeVisible();
			if (script) await expectAccessible(page);

			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const other = await context.newPage();
			await signIn(other, 'nca.lead@sample.test');
			await other.goto(NCA);
			await other.getByRole('link', { name: 'See who waits' }).click();
			await expect(other.getByRole('heading', { level: 1 })).toHaveText(/Waiting for you/);
			await expect(other.getByText('The national format is not out')).toBeVisible();
			if (script) await expectAccessible(other);
			await other.getByRole('link', { name: 'the answer to Kent Police' }).click();
			if (script) await expectAccessible(other);
			await other.getByLabel('I dispute the wait').check();
			await other.getByRole('button', { name: 'Save the answer' }).click();
			await expect(other.getByRole('alert')).toContainText('Enter why you dispute the wait');
			await expect(other.getByLabel('I dispute the wait')).toBeChecked();
			if (script) await expectAccessible(other);
			await other.getByLabel('Why', { exact: true }).fill('It has been out since May');
			await other.getByRole('button', { name: 'Save the answer' }).click();
			await expect(other.getByText('You have disputed the wait.')).toBeVisible();

			await page.goto(KENT);
			await expect(page.getByText('It has been out since May')).toBeVisible();

			await other.getByRole('link', { name: 'the answer to Kent Police' }).click();
			await expect(other.getByText('It has been out since May')).toBeVisible();
			await other.getByLabel('I acknowledge the wait').check();
			await other.getByRole('button', { name: 'Save the answer' }).click();
			await expect(other.getByText('You have acknowledged the wait.')).toBeVisible();
			await context.close();

			await page.goto(KENT);
			await expect(page.getByText('National Crime Agency: Acknowledged on')).toBeVisible();
			await expect(page.getByText('It has been out since May')).toHaveCount(0);

			// The wait ends, and there is nothing to answer any more.
			await page.goto(`${KENT}/waiting`);
			await page.getByRole('button', { name: 'End the wait' }).click();
			await expect(page.getByText('The wait has ended.')).toBeVisible();
		});
	});
}

test('a recommendation says for whom its bodies wait, and the number is that of the list', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto('/recommendations/OIC-5');
	const line = page.getByRole('link', { name: /bodies wait for National Crime Agency/ });
	const bodies = Number(/^\d+/.exec(await line.innerText())?.[0]);
	expect(bodies).toBeGreaterThan(1);
	await expectAccessible(page);
	await line.click();
	await expect(page).toHaveURL(/waitsOn=NCA/);
	await expect(page.locator('tbody tr')).toHaveCount(bodies);
	await expectAccessible(page);
});

test('nobody else answers a wait, and another body is told that there is nothing', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto(`${NCA}/waited-for`);
	await expect(page.getByText('Disputed on')).toBeVisible();
	await expect(page.getByRole('link', { name: /the answer to/ })).toHaveCount(0);
	const forbidden = await page.goto(`${NCA}/waited-for/OIC-5/MPS`);
	expect(forbidden?.status()).toBe(403);
	const foreign = await browser.newPage({ baseURL: server.origin });
	await signIn(foreign, 'kent.lead@sample.test');
	for (const path of ['', '/OIC-5/MPS']) {
		expect((await foreign.goto(`${NCA}/waited-for${path}`))?.status(), path).toBe(404);
	}
	await foreign.close();
});
