import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';

test('the matrix is one stop of the tab key, walked by arrows, and each cell leads to its assignment', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/matrix');
	const grid = page.getByRole('grid');
	await expect(grid).toBeVisible();
	await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
	const focused = page.locator(':focus');
	await page.getByRole('link', { name: /^No further action \(/ }).focus();
	await page.keyboard.press('Tab');
	await expect(focused).toHaveAttribute('href', /^\/recommendations\/OIC-\d+\/[A-Z]+$/);
	await page.keyboard.press('Home');
	await expect(focused).toHaveAttribute('href', /^\/organisations\/[A-Z]+$/);
	await page.keyboard.press('Control+Home');
	await expect(focused).toHaveText('Organisation');
	await page.keyboard.press('ArrowRight');
	await expect(focused).toHaveAttribute('href', '/recommendations/OIC-1');
	await page.keyboard.press('Control+End');
	const [lastRow, lastCell] = await focused.evaluate((element) => {
		const cell = element.closest('td');
		return [cell?.closest('tbody')?.nextElementSibling?.tagName, cell?.nextElementSibling];
	});
	expect([lastRow, lastCell]).toEqual(['TFOOT', null]);
	await page.keyboard.press('Control+Home');
	for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
	// Past the two rows of counts and over the name of a group, in the same column.
	for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
	await expect(focused).toHaveAttribute('href', /\/OIC-7\//);
	const [word, href] = [await focused.textContent(), await focused.getAttribute('href')];
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${href}$`));
	await expect(page.getByRole('main')).toContainText(word!.trim());
});

test('the key counts what its lists list, in each way of showing, and pages hold at every width', async ({
	page
}) => {
	await signIn(page, 'board@sample.test');
	for (const show of ['status', 'timeliness', 'freshness']) {
		await page.goto(`/matrix?show=${show}&kind=police-force`);
		await expectAccessible(page);
		const key = page.locator('.app-matrix-key a').first();
		const [, count] = /\((\d+)\)/.exec((await key.textContent()) ?? '') ?? [];
		await key.click();
		await expect(page.getByRole('main').getByRole('status').first()).toContainText(count!);
	}
	await page.goto('/matrix?organisation=NOWHERE');
	await expect(page.getByText('No assignments that you can see match')).toBeVisible();
	expect((await page.goto('/matrix?show=nothing'))?.status()).toBe(404);
});

test('somebody of one body sees its row alone, with what all have come to, and without script too', async ({
	page,
	browser,
	server
}) => {
	await signIn(page, 'kent.lead@sample.test');
	const context = await browser.newContext({
		baseURL: server.origin,
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();
	await plain.goto('/matrix?inspection=OIC');
	const cells = plain.locator('.app-matrix tbody td a');
	await expect(cells).toHaveCount(5);
	for (const href of await cells.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
		expect(href).toMatch(/\/KENT$/);
	}
	await expect(
		plain.getByRole('rowheader', { name: /Confirmed, all organisations/ })
	).toBeVisible();
	await expect(plain.getByRole('table')).not.toContainText('ESSEX');
	await context.close();
});

test('of many inspections a sheet comes when it is near, is walked by keys, and prints; without script it has a link', async ({
	page,
	browser,
	server
}) => {
	addAnInspection(server.dataDir);
	await signIn(page, 'inspector@sample.test');
	await page.goto('/matrix?inspection=all');
	const waiting = page.locator('[data-sheet-waits]').filter({ hasText: 'OIC: ' });
	await expect(waiting).toHaveCount(1);
	const told = Number(/[\d,]+ assign/.exec((await waiting.textContent())!)![0].replace(/\D/g, ''));
	await waiting.getByRole('heading').scrollIntoViewIfNeeded();
	await waiting.getByRole('grid').scrollIntoViewIfNeeded();
	await expect(waiting.locator('tbody td a')).toHaveCount(told);
	await expect(waiting.locator('[tabindex="0"]')).toHaveCount(1);
	await expectAccessible(page);
	await waiting.locator('[tabindex="0"]').focus();
	await page.keyboard.press('Control+End');
	await page.keyboard.press('Home');
	await expect(page.locator(':focus')).toHaveAttribute('href', /^\/organisations\/[A-Z]+$/);
	await page.getByRole('link', { name: 'All inspections at once, to print' }).click();
	const sheets = page.locator('[data-sheet]');
	await expect(sheets.filter({ hasText: 'BIG: ' }).locator('tbody td a')).toHaveCount(BIG * BIG);
	await expect(sheets.filter({ hasText: 'OIC: ' }).locator('tbody td a')).toHaveCount(told);
	await expectAccessible(page);

	const context = await browser.newContext({
		baseURL: server.origin,
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();
	await plain.goto('/matrix?inspection=all');
	await plain.getByRole('link', { name: `${told} assignments` }).click();
	await expect(plain.getByRole('main').getByRole('status').first()).toContainText(String(told));
	await plain.goBack();
	await plain.getByRole('link', { name: 'Open the matrix of OIC' }).click();
	await expect(plain.locator('.app-matrix tbody td a')).toHaveCount(told);
	await context.close();

	const kent = await browser.newContext({ baseURL: server.origin });
	const paper = await kent.newPage();
	await signIn(paper, 'kent.lead@sample.test');
	await paper.goto('/matrix/paper?inspection=all');
	const rows = paper.locator('.app-matrix tbody th[scope=row] a');
	expect(new Set(await rows.allTextContents())).toEqual(new Set(['KENT']));
	await kent.close();
});

test('two days are compared, old beside new, and a day that makes no sense is said', async ({
	page
}) => {
	await signIn(page, 'inspector@sample.test');
	await page.goto('/compare?inspection=OIC');
	await expect(page.locator('del').first()).toHaveText(/^was /);
	await expect(page.locator('ins').first()).toHaveText(/^now /);
	await expectAccessible(page);
	const status = page.getByRole('navigation', { name: 'What changed' }).getByText(/^Status: /);
	const count = Number(/\d+/.exec((await status.textContent()) ?? ''));
	const url = new URL((await status.getAttribute('href'))!, page.url());
	await status.click();
	await expect(page.locator('.app-changed')).toHaveCount(Math.min(count, 50));
	url.pathname = '/compare/changes.csv';
	const lines = (await (await page.request.get(url.href)).text()).trimEnd().split('\r\n');
	expect(lines.filter((line) => line.includes(',Status,'))).toHaveLength(count);
	await page.goto('/compare?from=2026-02-30');
	await expect(page.getByRole('alert')).toContainText('The first day must be a real date');
	await expectAccessible(page);
	await page.goto('/compare?from=2000-01-01');
	await expect(page.getByRole('alert')).toContainText('when the register began, or later');
	await page.goto('/compare?to=2999-01-01');
	await expect(page.getByRole('alert')).toContainText('or in the past');
	expect((await page.goto('/compare?status=confirmed'))?.status()).toBe(404);
});

const BIG = 46;

/** One of as many recommendations as bodies, which leaves no room for another on the page. */
function addAnInspection(dataDir: string): void {
	const connection = new Database(join(dataDir, 'tracker.db'));
	const { changes } = connection.transaction(() => {
		connection.exec(`
			insert into inspection (code, title, inspectorate, published_on, url, licence)
				values ('BIG', 'A large inspection', 'HMICFRS', '2026-01-01', 'https://example.test', 'OGL');
			with recursive n(i) as (select 1 union all select i + 1 from n where i < ${BIG})
			insert into recommendation (inspection_id, number, title, theme)
				select inspection.id, i, 'Recommendation ' || i, 'Targeting' from n, inspection where code = 'BIG';
		`);
		return connection
			.prepare(
				`insert into assignment (inspection_id, recommendation_id, organisation_id, capacity, status,
					acceptance, allocated_on, status_on)
				select i.id, r.id, o.id, 'lead', 'not-started', 'not-recorded', '2026-01-02', '2026-01-02'
				from inspection i join recommendation r on r.inspection_id = i.id,
					(select id from organisation order by code <> 'KENT', id limit ${BIG}) o
				where i.code = 'BIG'`
			)
			.run();
	})();
	connection.close();
	expect(changes).toBe(BIG * BIG);
}
