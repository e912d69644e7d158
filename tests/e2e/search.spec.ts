import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a lead finds their own by the box in the header, and nothing of others', async ({
			page,
			signIn
		}) => {
			await signIn('kent.lead@sample.test');
			await page.getByRole('searchbox', { name: 'Search the register' }).fill('oic 3 kent');
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/\/search\?q=oic\+3\+kent/);
			await expect(page.getByRole('heading', { name: /^Assignments/ })).toBeVisible();
			if (script) await expectAccessible(page);
			await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
			await expect(page).toHaveURL(/\/recommendations\/OIC-3\/KENT$/);

			await page.goto('/search?q=Knet+Polise');
			if (script) await expectAccessible(page);
			await page.getByRole('link', { name: 'Kent Police' }).click();
			await expect(page.getByRole('link', { name: 'Kent Police' })).toBeVisible();

			await page.goto('/search?q=force&kind=update');
			for (const caption of await page.getByText(/^Progress update on /).allInnerTexts()) {
				expect(caption).toContain('/KENT,');
			}
			await page.goto('/search?q=<script>alert(1)</script>"*');
			await expect(page.getByText(/^Nothing that you can see/)).toBeVisible();
			await page.goto('/search');
			await expect(page.getByText('Everything that is found holds every word.')).toBeVisible();
			if (script) await expectAccessible(page);
		});
	});
}

test('what is found of evidence leads to the item itself', async ({ page, signIn }) => {
	await signIn('inspector@sample.test');
	await page.goto('/search?q=training&kind=evidence');
	const found = page.locator('.app-search__result').last();
	const title = (await found.getByRole('link').innerText()).trim();
	await found.getByRole('link').click();
	await expect(page).toHaveURL(/\/evidence\?item=\d+#evidence-\d+$/);
	const item = page.locator(':target');
	await expect(item).toBeInViewport();
	await expect(item.getByRole('heading').first()).toHaveText(title);
});

test('the key / leads to the box, not while something is typed, and can be turned off', async ({
	page,
	signIn
}) => {
	await signIn('inspector@sample.test');
	const box = page.getByRole('searchbox');
	await page.keyboard.press('/');
	await expect(box).toBeFocused();
	await page.keyboard.type('a/b');
	await expect(box).toHaveValue('a/b');

	await page.goto('/search');
	await page.getByRole('button', { name: 'Turn the key off' }).click();
	await expect(page.getByRole('button', { name: 'Turn the key on' })).toBeFocused();
	for (const address of ['/search', '/assignments']) {
		await page.goto(address);
		await page.keyboard.press('/');
		await expect(page.locator('#search-q')).not.toBeFocused();
	}
});

test('a page that is left open says that something changed, to whoever may know', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/organisations/KENT');
	await expect(page.getByText(/^As at .* Reload the page for later changes\.$/)).toBeVisible();
	const others = await browser.newContext({ baseURL: server.origin });
	const other = await others.newPage();
	await signIn(other, 'nca.lead@sample.test');
	await other.goto('/assignments');
	const own = await (await browser.newContext({ baseURL: server.origin })).newPage();
	await signIn(own, 'kent.lead@sample.test');
	await own.goto('/recommendations/OIC-3/KENT');
	const form = await own.context().newPage();
	await form.goto('/recommendations/OIC-3/KENT/conversation/new');
	await form.getByRole('textbox').first().fill('The giraffe of the third district was counted.');
	await form.getByRole('main').getByRole('button').first().click();

	await expect(page.getByText('1 change since this page was read.').last()).toBeVisible();
	await expectAccessible(page);
	await expect(other.getByText('since this page was read')).toHaveCount(0);
	await page.getByRole('link', { name: 'Show the changes' }).click();
	await expect(page.getByText('since this page was read')).toHaveCount(0);

	await page.goto('/search?q=giraffe');
	await expect(page.getByText(/^Found 1 comment that you can see/)).toBeVisible();
	await other.goto('/search?q=giraffe');
	await expect(other.getByText(/^Nothing that you can see holds this word/)).toBeVisible();
});

test('streams are refused to whoever is signed out, and end when the service stops', async ({
	page,
	server
}) => {
	const address = `${server.origin}/events?page=/&since=0`;
	const refused = await fetch(address, { headers: { accept: 'text/event-stream' } });
	expect(refused.status).toBe(401);
	await signIn(page, 'inspector@sample.test');
	const cookies = await page.context().cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const streams = await Promise.all([1, 2, 3].map(() => fetch(address, { headers: { cookie } })));
	for (const { status, headers } of streams) {
		expect([status, headers.get('content-type')]).toEqual([
			200,
			'text/event-stream; charset=utf-8'
		]);
	}
	const first = await streams[0]!.body!.getReader().read();
	expect(new TextDecoder().decode(first.value)).toContain('retry: ');
	const began = performance.now();
	await page.close();
	await server.restart();
	expect(performance.now() - began).toBeLessThan(15_000);
});
