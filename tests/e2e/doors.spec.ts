import { desc, eq } from 'drizzle-orm';
import { person, session } from '#lib/server/db/schema/person.ts';
import { outbox } from '#lib/server/db/schema/service.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import type { TestServer } from '../support/server.ts';

const LATE = '/recommendations/OIC-3/KENT/updates/new';
const TEXT = 'Two hours of typing.\n\nWith “quotes”, <b>tags</b> & ŵ.';

test.describe('an invitation', () => {
	test('is handed over as a link, accepted once, and opens the roles that were given', async ({
		page,
		browser,
		server,
		signIn
	}) => {
		await signIn('admin@sample.test');
		await page.goto('/people/invite');
		await expectAccessible(page);
		await page.getByLabel('Full name').fill('Sam Gray (sample)');
		await page.getByLabel('Role 1', { exact: true }).selectOption('Lead');
		await page.getByRole('button', { name: 'Send the invitation' }).click();
		const problems = page.getByRole('alert');
		await expect(problems).toContainText('Enter their email address');
		await problems.getByRole('link', { name: /organisation/ }).click();
		await expect(page.getByLabel('Organisation of role 1')).toBeFocused();
		await page.getByLabel('Organisation of role 1').selectOption('Kent Police');
		await page.getByLabel('Work email address').fill('sam.gray@sample.test');
		await page.getByRole('button', { name: 'Send the invitation' }).click();
		await expect(page.getByRole('heading', { name: 'Invitation made' })).toBeVisible();
		const link = (await page.locator('main code').innerText()).trim();
		expect(link.startsWith(`${server.origin}/invitation/`)).toBe(true);

		const context = await browser.newContext({ baseURL: server.origin });
		const guest = await context.newPage();
		await guest.goto(link);
		await expectAccessible(guest);
		await guest.getByLabel('New password', { exact: true }).fill('samgray12345');
		await guest.getByRole('button', { name: 'Save the password' }).click();
		await expect(guest.getByRole('alert')).toContainText('too easy to guess');
		await guest.getByLabel('New password', { exact: true }).fill('walnut ferry trombone');
		await guest.getByRole('button', { name: 'Save the password' }).click();
		await expect(guest.getByText('Your password is saved. Sign in with it.')).toBeVisible();
		await guest.getByLabel('Email address').fill('sam.gray@sample.test');
		await guest.getByLabel('Password', { exact: true }).fill('walnut ferry trombone');
		await guest.getByRole('button', { name: 'Sign in' }).click();
		await guest.waitForURL('/');
		await guest.goto(LATE);
		await expect(guest.getByRole('heading', { name: 'Add an update' })).toBeVisible();
		await guest.goto(link);
		await expect(guest.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
		await guest.close();
	});
});

test.describe('a form that comes after its session has ended', () => {
	for (const withScript of [true, false]) {
		const how = withScript ? 'with script' : 'without script';
		test(`gives its text back to whoever wrote it, ${how}`, async ({ browser, server }) => {
			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: withScript
			});
			const page = await context.newPage();
			await signIn(page, 'kent.lead@sample.test');
			await page.goto(LATE);
			await page.getByLabel('What has happened').fill(TEXT);
			await endSessions(server);
			await page.getByRole('button', { name: 'Publish the update' }).click();
			if (withScript) {
				// The page is still there with its text; another tab brings the session back.
				await expect(page.getByRole('alert')).toContainText('You were signed out');
				await expect(page.getByLabel('What has happened')).toHaveValue(TEXT);
				const tab = await context.newPage();
				await signIn(tab, 'kent.lead@sample.test');
				await page.getByRole('button', { name: 'Publish the update' }).click();
			} else {
				await expect(page.getByText('Your text is safe')).toBeVisible();
				await page.getByLabel('Email address').fill('kent.lead@sample.test');
				await page.getByLabel('Password', { exact: true }).fill('not the password');
				await page.getByRole('button', { name: 'Sign in' }).click();
				await fillSignIn(page, 'kent.lead@sample.test');
				await page.getByRole('button', { name: 'Go back to your text' }).click();
				await expect(page.getByText('your text is still here')).toBeVisible();
				await expect(page.getByLabel('What has happened')).toHaveValue(TEXT);
				await page.getByRole('button', { name: 'Publish the update' }).click();
			}
			await expect(page.getByText('Your update is published.')).toBeVisible();
			await context.close();
		});
	}

	test('does not give its text to somebody else', async ({ browser, server }) => {
		const context = await browser.newContext({
			baseURL: server.origin,
			javaScriptEnabled: false
		});
		const page = await context.newPage();
		await signIn(page, 'kent.lead@sample.test');
		await page.goto(LATE);
		await page.getByLabel('What has happened').fill(TEXT);
		await endSessions(server);
		await page.getByRole('button', { name: 'Publish the update' }).click();
		await fillSignIn(page, 'nca.lead@sample.test');
		await expect(page.getByText('written by somebody else')).toBeVisible();
		expect(await page.content()).not.toContain('Two hours of typing');
		await context.close();
	});

	test('keeps the text beside a file, which is chosen again', async ({ browser, server }) => {
		const context = await browser.newContext({
			baseURL: server.origin,
			javaScriptEnabled: false
		});
		const page = await context.newPage();
		await signIn(page, 'kent.lead@sample.test');
		await page.goto('/recommendations/OIC-3/KENT/evidence/new');
		await page.getByLabel('What it shows').fill(TEXT);
		const buffer = Buffer.alloc(5 * 1024 * 1024, 'a line of text\n');
		await page
			.getByLabel('Files')
			.setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer });
		await endSessions(server);
		await page.getByRole('button', { name: 'Add the evidence' }).click();
		await fillSignIn(page, 'kent.lead@sample.test');
		await page.getByRole('button', { name: 'Go back to your text' }).click();
		await expect(page.getByLabel('What it shows')).toHaveValue(TEXT);
		await context.close();
	});
});

test('a reset link changes the password, ends every session and works once', async ({
	page,
	browser,
	server,
	signIn
}) => {
	await signIn('bsc.lead@sample.test');
	const guest = await browser.newPage({ baseURL: server.origin });
	await guest.goto('/sign-in');
	await guest.getByRole('link', { name: 'I have forgotten my password' }).click();
	await expect(guest.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
	await guest.getByLabel('Email address').fill('bsc.lead@sample.test');
	await guest.getByRole('button', { name: 'Send the link' }).click();
	await expect(guest.getByRole('heading', { name: 'Check your email' })).toBeVisible();
	const link = await latestLink(server);
	await guest.goto(link);
	await guest.getByLabel('New password', { exact: true }).fill('walnut ferry trombone');
	await guest.getByRole('button', { name: 'Save the password' }).click();
	await expect(guest.getByText('Your password is saved')).toBeVisible();
	await page.goto('/account');
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await guest.goto(link);
	await expect(guest.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
	await guest.close();
});

test('a changed password signs out everywhere else and nowhere here', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('board@sample.test');
	const other = await browser.newPage({ baseURL: server.origin });
	await signIn(other, 'board@sample.test');
	await page.goto('/account');
	await expectAccessible(page);
	await page.getByLabel('Current password', { exact: true }).fill('not the password');
	await page.getByLabel('New password', { exact: true }).fill('walnut ferry trombone');
	await page.getByRole('button', { name: 'Change the password' }).click();
	await expect(page.getByRole('alert')).toContainText('current password is wrong');
	await page.getByLabel('Current password', { exact: true }).fill('sample-only-password');
	await page.getByLabel('New password', { exact: true }).fill('walnut ferry trombone');
	await page.getByRole('button', { name: 'Change the password' }).click();
	await expect(page.getByText('Your password is changed')).toBeVisible();
	await other.goto('/account');
	await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await page.goto('/account');
	await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
	await other.close();
});

test('an account that is switched off is out at once', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	const lead = await browser.newPage({ baseURL: server.origin });
	await signIn(lead, 'nca.lead@sample.test');
	await signInHere('admin@sample.test');
	await page.goto('/people?q=nca.lead');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Sam Okonjo-Hale' }).click();
	await page.getByRole('link', { name: 'Switch off' }).click();
	await page.getByRole('button', { name: 'Switch off the account' }).click();
	await expect(page.getByText('The account is switched off')).toBeVisible();
	await lead.goto('/account');
	await expect(lead.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await page.getByRole('button', { name: 'Switch the account on again' }).click();
	await expect(page.getByText('The account is switched on again.')).toBeVisible();
	await lead.close();
});

test.describe('the accessibility checks are stood by', () => {
	for (const path of ['/sign-in', '/reset', '/invitation/none', '/nowhere']) {
		test(path, async ({ page }) => {
			await page.goto(path);
			await expectAccessible(page);
		});
	}

	for (const path of ['/people', '/people/1', '/people/2', '/people/outbox', '/sign-out']) {
		test(path, async ({ page, signIn }) => {
			await signIn('admin@sample.test');
			await page.goto(path);
			await expectAccessible(page);
		});
	}
});

async function fillSignIn(page: Parameters<typeof signIn>[0], email: string): Promise<void> {
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password', { exact: true }).fill('sample-only-password');
	await page.getByRole('button', { name: 'Sign in' }).click();
}

/** As if twelve hours had passed. */
async function endSessions(server: TestServer): Promise<void> {
	const db = server.openDb();
	await db.write((tx) => tx.update(session).set({ createdAt: 0, lastSeenAt: 0 }));
	db.close();
}

async function latestLink(server: TestServer): Promise<string> {
	const db = server.openDb();
	const [mail] = await db.read
		.select({ body: outbox.body })
		.from(outbox)
		.innerJoin(person, eq(person.email, outbox.to))
		.orderBy(desc(outbox.id))
		.limit(1);
	db.close();
	return /https?:\S+/.exec(mail?.body ?? '')?.[0] ?? '';
}
