import type { Page } from '@playwright/test';
import { evidence } from '#lib/server/db/schema/tables.ts';
import { expect, signIn as signInTo, test } from '../support/fixtures.ts';
import type { TestServer } from '../support/server.ts';

const NEW = '/recommendations/OIC-3/KENT/evidence/new';
const PDF = Buffer.from(
	'%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
);

test.use({ serverOptions: { env: { EVIDENCE_MAX_MB: '1' } } });

const refused = [
	{
		what: 'a web page renamed .pdf',
		file: { name: 'policy.pdf', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') },
		says: /HTML/
	},
	{
		what: 'an empty file',
		file: { name: 'empty.txt', buffer: Buffer.alloc(0) },
		says: /empty/
	},
	{
		what: 'a file over the limit',
		file: { name: 'large.txt', buffer: Buffer.alloc(1024 * 1024 + 1, 'a') },
		says: /1MB or smaller/
	},
	{
		what: 'a drawing that can carry scripts',
		file: { name: 'map.svg', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
		says: /SVG/
	}
];

for (const { what, file, says } of refused) {
	test(`${what} is refused in words; the text stays and nothing is stored`, async ({
		page,
		server,
		signIn
	}) => {
		await signIn('kent.lead@sample.test');
		const before = await evidenceIn(server);
		await fill(page, file);
		await page.getByRole('button', { name: 'Add the evidence' }).click();
		await expect(page.getByRole('alert')).toContainText(says);
		await expect(page.getByLabel('Title')).toHaveValue('Kept title');
		expect(await evidenceIn(server)).toBe(before);
	});
}

test('a marking above OFFICIAL-SENSITIVE is refused, and a sighting is offered instead', async ({
	page,
	server,
	signIn
}) => {
	await signIn('kent.lead@sample.test');
	const before = await evidenceIn(server);
	await fill(page, { name: 'plan.pdf', buffer: PDF });
	await page.getByLabel('SECRET', { exact: true }).check();
	await page.getByRole('button', { name: 'Add the evidence' }).click();
	await expect(page.getByRole('alert')).toContainText(/sight/i);
	await expect(page.getByLabel('What it shows')).toHaveValue('What it shows, kept');
	expect(await evidenceIn(server)).toBe(before);
});

test('a file comes back as a sandboxed download, and not to another body', async ({
	page,
	browser,
	server,
	signIn
}) => {
	await signIn('kent.lead@sample.test');
	await fill(page, { name: 'plan.pdf', buffer: PDF });
	await page.getByRole('button', { name: 'Add the evidence' }).click();
	const link = page.getByRole('link', { name: 'Kept title' }).first();
	const href = (await link.getAttribute('href')) ?? '';
	const answer = await page.request.get(href);
	expect(answer.status()).toBe(200);
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'"
	});
	expect(answer.headers()['content-disposition']).toContain('attachment');
	expect(await answer.body()).toEqual(PDF);

	const stranger = await browser.newPage({ baseURL: server.origin });
	expect((await stranger.request.get(href, { maxRedirects: 0 })).status()).not.toBe(200);
	await signInTo(stranger, 'nca.lead@sample.test');
	expect((await stranger.request.get(href)).status()).toBe(404);
	await stranger.close();
});

async function fill(page: Page, file: { name: string; buffer: Buffer }): Promise<void> {
	await page.goto(NEW);
	await page.getByLabel('Files').setInputFiles({ ...file, mimeType: 'application/pdf' });
	await page.getByLabel('Title').fill('Kept title');
	await page.getByLabel('What it shows').fill('What it shows, kept');
	await page.getByLabel('OFFICIAL', { exact: true }).check();
}

async function evidenceIn(server: TestServer): Promise<number> {
	const db = server.openDb();
	const rows = await db.read.select({ id: evidence.id }).from(evidence);
	db.close();
	return rows.length;
}
