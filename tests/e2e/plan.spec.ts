import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { actionItem, addAction, completeAction } from '../support/steps.ts';

const KENT_10 = '/recommendations/OIC-10/KENT';
const DONE_ON = { day: '1', month: '6', year: '2026' };

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a lead plans, orders, changes, completes and drops, and nothing is lost from sight', async ({
			page,
			signIn
		}) => {
			const [first, second, third] = ['first', 'second', 'third'].map(
				(which) => `The ${which} step, ${script ? 'with' : 'without'} script`
			) as [string, string, string];
			await signIn('kent.lead@sample.test');
			await page.goto(`${KENT_10}/plan`);
			await addAction(page, first, { dueOn: { day: '30', month: '6', year: '2027' } });
			await addAction(page, second, { serves: 'OIC-3' });
			await addAction(page, third);
			if (script) await expectAccessible(page);

			await page.getByRole('button', { name: `Move up ${third}` }).click();
			await expect(page.getByText('The order is changed.')).toBeVisible();
			const order = (await page.getByRole('heading', { level: 2 }).allTextContents())
				.map((text) => text.trim().replace(/^\d+\.\s*/, ''))
				.filter((text) => text.endsWith(`, ${script ? 'with' : 'without'} script`));
			expect(order).toEqual([first, third, second]);

			await page.getByRole('link', { name: `Change ${first}` }).click();
			await page.getByLabel('Year').fill('2028');
			await page.getByRole('button', { name: 'Save changes' }).click();
			const problem = page.getByRole('alert');
			await expect(problem).toContainText('Enter why you are changing the due date');
			await expect(page.getByLabel('Year')).toHaveValue('2028');
			if (script) await expectAccessible(page);
			await page.getByLabel('Why you are changing it').fill('The trainers come later');
			await page.getByRole('button', { name: 'Save changes' }).click();
			const item = actionItem(page, first);
			await expect(item).toContainText('Due 30 June 2028 (first promised for 30 June 2027)');

			await completeAction(page, second, DONE_ON);
			await expect(actionItem(page, second)).toContainText('Done 1 June 2026');

			await page.getByRole('link', { name: `Drop ${third}` }).click();
			await page.getByLabel('Why it will not be done').fill('Another step takes its place');
			await page.getByRole('button', { name: 'Drop the action' }).click();
			await expect(actionItem(page, third)).toContainText('Another step takes its place');

			await page.goto('/recommendations/OIC-3/KENT/plan');
			await expect(actionItem(page, second)).toContainText('Done');
			await page.getByRole('link', { name: second, exact: true }).click();
			await expect(page.getByText('Done on 1 June 2026.')).toBeVisible();
			if (script) await expectAccessible(page);
		});
	});
}

test('whoever comes second is told who changed the action, and keeps what was typed', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('kent.lead@sample.test');
	await page.goto(`${KENT_10}/plan`);
	await addAction(page, 'Two people at once');
	await page.getByRole('link', { name: 'Change Two people at once' }).click();
	await page.getByLabel('What it will show').fill('What the lead typed');

	const other = await browser.newPage({ baseURL: server.origin });
	await signIn(other, 'kent.contributor@sample.test');
	await other.goto(page.url());
	await other.getByLabel('What will be done').fill('One person was faster');
	await other.getByRole('button', { name: 'Save changes' }).click();
	await expect(other.getByText('The action is changed.')).toBeVisible();
	await expect(other.getByRole('link', { name: /^Drop / })).toHaveCount(0);
	await other.close();

	await page.getByRole('button', { name: 'Save changes' }).click();
	const conflict = page.getByRole('alert');
	await expect(conflict).toContainText('This action changed while you were writing');
	await expect(conflict).toContainText('Ash Whitlock (sample) changed the title of the action');
	await expect(page.getByLabel('What it will show')).toHaveValue('What the lead typed');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save mine anyway' }).click();
	await expect(actionItem(page, 'Two people at once')).toContainText('What the lead typed');
});

test('every action of an organisation, narrowed to those that are late', async ({
	page,
	signIn
}) => {
	await signIn('board@sample.test');
	await page.goto('/organisations/NCA/plan');
	const figure = page.getByRole('link', { name: /Late$/ });
	const late = Number((await figure.textContent())?.match(/\d+/)?.[0]);
	expect(late).toBeGreaterThan(0);
	await figure.click();
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows).toHaveCount(late + 1);
	for (const row of (await rows.all()).slice(1)) await expect(row).toContainText('Late');
	await expect(page.getByRole('button', { name: 'Move up' })).toHaveCount(0);
});
