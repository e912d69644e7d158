import { londonDay } from '#lib/domain/plain-date.ts';
import { formatDay } from '#lib/wording/dates.ts';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

const NEW = '/organisations/KENT/updates/new';

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';

	test.describe(how, () => {
		test.use({ javaScriptEnabled: script });

		test('one narrative goes to those that were selected, after a page that counts them', async ({
			page,
			signIn
		}) => {
			const narrative = `All control room staff were briefed, ${how}`;
			await signIn('kent.lead@sample.test');
			await page.getByRole('link', { name: 'Update several assignments of Kent Police' }).click();
			await page.getByRole('button', { name: 'Continue' }).click();
			await expect(page.getByRole('alert')).toContainText('Select at least one assignment');
			await expect(page.getByRole('alert')).toContainText('Enter what has happened');
			if (script) await expectAccessible(page);

			await page.getByLabel(/^OIC-3:/).check();
			await page.getByLabel(/^OIC-10:/).check();
			await page.getByLabel('What has happened').fill(narrative);
			await page.getByLabel(/^Delivery feasible/).check();
			await page.getByRole('button', { name: 'Continue' }).click();
			const title = 'Publish this update on 2 assignments';
			await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
			if (script) await expectAccessible(page);

			await page.getByRole('button', { name: 'Go back and change' }).click();
			await expect(page.getByLabel('What has happened')).toHaveValue(narrative);
			await expect(page.getByLabel(/^OIC-3:/)).toBeChecked();
			await expect(page.getByLabel(/^Delivery feasible/)).toBeChecked();
			await page.getByRole('button', { name: 'Continue' }).click();
			await page.getByRole('button', { name: 'Publish on 2 assignments' }).click();

			await expect(page).toHaveURL('/');
			await expect(page.getByText('Your update is published on every')).toBeVisible();
			for (const [ref, count] of [
				['OIC-3', 1],
				['OIC-10', 1],
				['OIC-5', 0]
			] as const) {
				await page.goto(`/recommendations/${ref}/KENT/updates`);
				await expect(page.getByText(narrative)).toHaveCount(count);
			}
		});

		test('what is typed is kept as a draft, until it is published', async ({ page, signIn }) => {
			const narrative = `Half of what there is to say, ${how}`;
			await signIn('kent.contributor@sample.test');
			await page.goto(`${NEW}?from=%2Forganisations`);
			await page.getByLabel(/^OIC-5:/).check();
			await page.getByLabel('What has happened').fill(narrative);
			if (script) await expect(page.getByText(/^Draft saved/)).toBeVisible();
			else await page.getByRole('button', { name: 'Save draft' }).click();

			await page.goto(`${NEW}?from=%2Forganisations`);
			await expect(page.getByLabel('What has happened')).toHaveValue(narrative);
			await expect(page.getByLabel(/^OIC-5:/)).toBeChecked();
			await expect(page.getByText('Discard the draft').first()).toBeVisible();
			if (script) await expectAccessible(page);
			await page.getByRole('button', { name: 'Continue' }).click();
			await page.getByRole('button', { name: 'Publish on 1 assignment' }).click();
			await expect(page).toHaveURL('/organisations');
			await page.goto(NEW);
			await expect(page.getByLabel('What has happened')).toHaveValue('');
		});

		test('a filtered list is where one is again after an update from it', async ({
			page,
			signIn
		}) => {
			await signIn('kent.lead@sample.test');
			await page.goto('/organisations/KENT?sort=due&status=in-progress');
			const list = page.url();
			await page.getByRole('link', { name: /^OIC-/ }).first().click();
			await expect(page.getByRole('link', { name: 'Back to the list' })).toHaveAttribute(
				'href',
				list.replace(new URL(list).origin, '')
			);
			await page.getByRole('link', { name: 'Add an update' }).first().click();
			await page.getByRole('button', { name: 'Publish the update' }).click();
			await expect(page.getByRole('alert')).toContainText('Enter what has happened');
			await page.getByLabel('What has happened').fill(`From a list, ${how}`);
			// A second click within a second counts as a slip of the hand.
			if (script) await expect(page.getByText(/^Draft saved/)).toBeVisible();
			await page.getByRole('button', { name: 'Publish the update' }).click();
			await expect(page).toHaveURL(list);
			await expect(page.getByText('Your update is published.')).toBeVisible();
		});
	});
}

test('what changed meanwhile is left alone, counted and named, and the rest is published', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('kent.lead@sample.test');
	await select(page, [/^OIC-3:/, /^OIC-10:/], 'Posters went up');
	const other = await browser.newPage({ baseURL: server.origin });
	await signIn(other, 'kent.contributor@sample.test');
	await select(other, [/^OIC-3:/], 'I was quicker');
	await other.getByRole('button', { name: 'Continue' }).click();
	await other.getByRole('button', { name: 'Publish on 1 assignment' }).click();
	await expect(other.getByText('Your update is published on every')).toBeVisible();

	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByText('1 assignment that you selected will not be updated.')).toBeVisible();
	await expect(
		page.getByText(/OIC-3 changed since you opened the page\. Ash Whitlock/)
	).toBeVisible();
	await expectAccessible(page);

	await select(other, [/^OIC-10:/], 'And quicker again');
	await other.getByRole('button', { name: 'Continue' }).click();
	await other.getByRole('button', { name: 'Publish on 1 assignment' }).click();
	await expect(other.getByText('Your update is published on every')).toBeVisible();
	await other.close();
	await page.getByRole('button', { name: 'Publish on 1 assignment' }).click();
	await expect(page.getByRole('alert')).toContainText('OIC-10 changed since you opened the page.');
	await expect(page.getByLabel('What has happened')).toHaveValue('Posters went up');
	// The page has read itself again: what it sends now is the version that it shows.
	const today = formatDay(londonDay(Date.now()));
	await expect(
		page.getByRole('checkbox', { name: new RegExp(`^OIC-10:.*last reported on ${today}`) })
	).toBeChecked();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Publish on 1 assignment' }).click();
	await expect(page.getByText('Your update is published on every')).toBeVisible();
});

test('no address that is given as the list leads out of the service', async ({ page, signIn }) => {
	await signIn('kent.lead@sample.test');
	for (const from of ['https://evil.test/', '//evil.test', '/\\evil.test', '/%2F/evil.test']) {
		const query = `?from=${encodeURIComponent(from)}`;
		await page.goto(`/recommendations/OIC-3/KENT${query}`);
		await expect(page.getByRole('link', { name: 'Back to the list' })).toHaveCount(0);
		await page.goto(`${NEW}${query}`);
		await expect(page.getByRole('link', { name: 'Cancel' })).toHaveAttribute(
			'href',
			'/organisations/KENT'
		);
		await page.goto(`/recommendations/OIC-3/KENT/updates/new${query}`);
		await page.getByLabel('What has happened').fill('Where does this go?');
		// A field that comes into the page while its script takes it over would make the script begin anew.
		await expect(page.getByText(/You have [\d,]+ characters remaining/).first()).toBeVisible();
		// As somebody would who makes a form of their own.
		await page.evaluate((value) => {
			const field = Object.assign(document.createElement('input'), {
				type: 'hidden',
				name: 'from',
				value
			});
			document.querySelector('form.app-form')!.append(field);
		}, from);
		await page.getByRole('button', { name: 'Publish the update' }).click();
		await expect(page.getByText('Your update is published.')).toBeVisible();
		await expect(page).toHaveURL('/recommendations/OIC-3/KENT');
	}
});

test('whoever may not update is not led there, and finds nothing there', async ({
	page,
	signIn
}) => {
	await signIn('board@sample.test');
	await page.goto('/organisations/KENT');
	await expect(page.getByRole('link', { name: 'Update several assignments' })).toHaveCount(0);
	expect((await page.goto(NEW))?.status()).toBe(403);
	await page.context().clearCookies();
	await signIn('nca.lead@sample.test');
	expect((await page.goto(NEW))?.status()).toBe(404);
});

async function select(page: Page, labels: readonly RegExp[], narrative: string): Promise<void> {
	await page.goto(NEW);
	for (const label of labels) await page.getByLabel(label).check();
	await page.getByLabel('What has happened').fill(narrative);
}
