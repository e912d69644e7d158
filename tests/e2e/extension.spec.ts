import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { fillDay } from '../support/steps.ts';

async function ask(page: Page, path: string, year: string, isChecked: boolean): Promise<void> {
	await page.goto(path);
	await page.getByRole('link', { name: 'Ask for more time' }).click();
	await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter the deadline you ask for');
	if (isChecked) await expectAccessible(page);
	await fillDay(page, { day: '30', month: '9', year });
	await page.getByLabel('Buying or delivery').check();
	await page.getByLabel('What has happened').fill(`Delivery comes in ${year}`);
	await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
	await expect(page.getByText('Your request is with the inspectorate.')).toBeVisible();
}

async function decide(
	page: Page,
	path: string,
	answer: string,
	why: string,
	isChecked: boolean
): Promise<void> {
	await page.goto('/reviews');
	const reference = path.replace('/recommendations/', '');
	const request = new RegExp(`^${reference} ?, the request for more time`);
	await page.getByRole('link', { name: request }).click();
	await page.getByRole('link', { name: 'Decide the request' }).click();
	if (isChecked) await expectAccessible(page);
	await page.getByLabel(answer).check();
	if (answer === 'Grant another date') {
		await fillDay(page, { day: '31', month: '3', year: '2031' });
	}
	await page.getByLabel('Why', { exact: true }).fill(why);
	await page.getByRole('button', { name: 'Decide', exact: true }).click();
	await expect(page.getByText('The organisation is told.')).toBeVisible();
}

for (const { script, path } of [
	{ script: true, path: '/recommendations/OIC-3/KENT' },
	{ script: false, path: '/recommendations/OIC-5/KENT' }
]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('more time is asked for and refused, asked for again and granted, and all of it stays to be read', async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			await signInHere('kent.lead@sample.test');
			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const inspector = await context.newPage();
			await signIn(inspector, 'inspector@sample.test');

			await ask(page, path, '2030', script);
			await decide(inspector, path, 'Refuse', 'Nothing shows why yet', script);
			await page.goto(path);
			await expect(page.getByText(/was refused on/)).toBeVisible();

			await ask(page, path, '2032', false);
			await decide(inspector, path, 'Grant another date', 'A year is enough', false);
			await expect(inspector.getByText(/31 March 2031, moved once/)).toBeVisible();
			await context.close();

			await page.goto(`${path}/extensions`);
			for (const told of [
				'Refused: the deadline stays',
				'Nothing shows why yet',
				'Another date granted: 31 March 2031',
				'More time asked for: 30 September 2032'
			]) {
				await expect(page.getByText(told).first()).toBeVisible();
			}
			if (script) await expectAccessible(page);
		});
	});
}

test('a deadline for a whole recommendation is read from its phrase, or not guessed, and says whom it reaches', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto('/recommendations/OIC-4');
	await page.getByRole('link', { name: 'Set a deadline for all' }).click();
	await page.getByLabel('Phrase as worded').fill('As soon as practicable');
	await page.getByLabel('Read it from the phrase').check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByRole('alert')).toContainText('it is not guessed');
	await expectAccessible(page);
	await page.getByLabel('Phrase as worded').fill('By March 2031, forces should make sure');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByText('The last day of the month printed')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Set the deadline for \d+ assignments$/ }).click();
	await expect(page.getByText('every assignment that it reaches has it.')).toBeVisible();
	await expect(page.getByText('Deadline of the whole recommendation:')).toContainText(
		'31 March 2031'
	);
});

test('a target date is the organisation’s own, and leaves the deadline as it is', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('kent.lead@sample.test');
	await page.goto('/recommendations/OIC-10/KENT/target');
	await fillDay(page, { day: '1', month: '2', year: '2031' });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save the target date' }).click();
	await expect(page.getByText('Your own target date is recorded.')).toBeVisible();
	await expect(page.getByText('1 February 2031, not counted as a deadline')).toBeVisible();
	await page.goto('/recommendations/OIC-10/KENT/plan');
	await expect(page.getByText('Own target date:')).toContainText('1 February 2031');
});
