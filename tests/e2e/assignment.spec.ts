import { eq } from 'drizzle-orm';
import { assignment, progressUpdate } from '#lib/server/db/schema/tables.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import type { TestServer } from '../support/server.ts';

const KENT_3 = '/recommendations/OIC-3/KENT';

test('a lead publishes an update, in any letters, and adds several files at once', async ({
	page,
	signIn
}) => {
	await signIn('kent.lead@sample.test');
	await page.goto(`${KENT_3}/updates/new`);
	await page.getByLabel('What has happened').fill('Ŵyth o geir.\n\n<script>alert(1)</script> Żółw');
	await page.getByLabel('Delivery probable').check();
	await page.getByRole('button', { name: 'Publish the update' }).click();
	await expect(page.getByText('Your update is published.')).toBeVisible();
	await expect(page.getByText('<script>alert(1)</script> Żółw').first()).toBeVisible();

	await page.goto(`${KENT_3}/evidence/new`);
	await page.getByLabel('Files').setInputFiles([
		{ name: 'polisi ŵ.txt', mimeType: 'text/plain', buffer: Buffer.from('Polisi newydd') },
		{ name: 'figures.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }
	]);
	await page.getByLabel('Title').fill('Policy');
	await page.getByLabel('What it shows').fill('That the policy changed, page 3.');
	await page.getByLabel('OFFICIAL', { exact: true }).check();
	await page.getByRole('button', { name: 'Add the evidence' }).click();
	await expect(page.getByText('Your evidence is added.')).toBeVisible({ timeout: 15_000 });
	await page.goto(`${KENT_3}/evidence`);
	await expect(page.getByText('Policy: polisi ŵ.txt').first()).toBeVisible();
	await expect(page.getByText('Policy: figures.csv').first()).toBeVisible();
	await expectAccessible(page);
});

test('an overtaken form says what changed, loses nothing, and can keep the narrative only', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	const path = '/recommendations/OIC-10/KENT';
	await signInHere('kent.lead@sample.test');
	await page.goto(`${path}/updates/new`);
	await page.getByLabel('What has happened').fill('Half an hour of typing.');
	await page.getByLabel('Work has begun: in progress').check();

	const other = await browser.newPage({ baseURL: server.origin });
	await signIn(other, 'kent.contributor@sample.test');
	await other.goto(`${path}/updates/new`);
	await other.getByLabel('What has happened').fill('I was faster.');
	await other.getByLabel('Work has begun: in progress').check();
	await other.getByRole('button', { name: 'Publish the update' }).click();
	await expect(other.getByText('Your update is published.')).toBeVisible();
	await other.close();

	await page.getByRole('button', { name: 'Publish the update' }).click();
	const conflict = page.getByRole('alert');
	await expect(conflict).toContainText('This assignment changed while you were writing');
	await expect(conflict).toContainText('Ash Whitlock (sample) gave a progress update');
	await expect(page.getByLabel('What has happened')).toHaveValue('Half an hour of typing.');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Keep my narrative only' }).click();
	// The text stands in its box, too, until the browser has moved on.
	await expect(page.getByLabel('What has happened')).toHaveCount(0);
	await expect(page.getByText('Half an hour of typing.')).toBeVisible();
	expect(await updatesOf(server, 'Half an hour of typing.')).toBe(1);
});

test('a form that is sent twice is carried out once', async ({ page, server, signIn }) => {
	await signIn('kent.lead@sample.test');
	await page.goto('/recommendations/OIC-5/KENT/updates/new');
	await page.getByLabel('What has happened').fill('Sent twice.');
	const fields = await page
		.locator('main form')
		.evaluate((form: HTMLFormElement) =>
			[...new FormData(form)].map(([name, value]) => [name, String(value)])
		);
	const send = () =>
		page.request.post('/recommendations/OIC-5/KENT/updates/new?/publish', {
			form: Object.fromEntries(fields),
			headers: { origin: server.origin, accept: 'text/html' },
			maxRedirects: 0
		});
	const answers = await Promise.all([send(), send()]);
	expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
	expect(await updatesOf(server, 'Sent twice.')).toBe(1);
	await page.goto('/recommendations/OIC-5/KENT');
	await expect(page.getByText('Sent twice.', { exact: true })).toHaveCount(1);
});

test('a body sees nothing of another body: not there, and not changed', async ({
	page,
	server,
	signIn
}) => {
	await signIn('kent.lead@sample.test');
	for (const path of ['', '/updates/new', '/evidence/new', '/moves/report-complete']) {
		const answer = await page.goto(`/recommendations/OIC-7/ESSEX${path}`);
		expect(answer?.status(), path).toBe(404);
	}
	const db = server.openDb();
	const before = await db.read.select().from(assignment);
	const answer = await page.request.post('/recommendations/OIC-7/ESSEX/updates/new?/publish', {
		form: { narrative: 'Not mine', version: '1', submissionKey: 'a-key-of-sixteen-' },
		headers: { origin: server.origin, accept: 'text/html' }
	});
	expect(answer.status()).toBe(404);
	expect(await db.read.select().from(assignment)).toEqual(before);
	db.close();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the update form works, and shows what is wrong beside what was typed', async ({
		page,
		signIn
	}) => {
		await signIn('nca.lead@sample.test');
		await page.goto('/recommendations/OIC-9/NCA/updates/new');
		await page.getByLabel('Next milestone (optional)', { exact: true }).fill('A meeting');
		await page.getByRole('button', { name: 'Publish the update' }).click();
		await expect(page.getByRole('link', { name: 'Enter what has happened' })).toBeVisible();
		await expect(page.getByLabel('Next milestone (optional)', { exact: true })).toHaveValue(
			'A meeting'
		);
		await page.getByLabel('What has happened').fill('Said without script.');
		await page.getByRole('button', { name: 'Publish the update' }).click();
		await expect(page.getByText('Said without script.')).toBeVisible();
	});
});

async function updatesOf(server: TestServer, narrative: string): Promise<number> {
	const db = server.openDb();
	const rows = await db.read
		.select()
		.from(progressUpdate)
		.where(eq(progressUpdate.narrative, narrative));
	db.close();
	return rows.length;
}
