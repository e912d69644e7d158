import { expect, test } from '../support/fixtures.ts';

for (const [who, forms] of [
	['inspector@sample.test', ['Record the re-check']],
	['nca.lead@sample.test', []]
] as const) {
	test(`each check leads ${who} to a page that opens`, async ({ page, signIn }) => {
		await signIn(who);
		await page.goto('/quality');
		const tables = page.getByRole('main').getByRole('table');
		const ways = await tables.evaluateAll((all) =>
			all.flatMap((table) => {
				const row = table.querySelector('tbody tr');
				return [...(row?.querySelectorAll('a') ?? [])].map((link) => link.href);
			})
		);
		expect(ways.length).toBeGreaterThan(1);
		const opened: string[] = [];
		for (const href of ways) {
			const answer = await page.goto(href);
			expect(answer?.status(), href).toBe(200);
			opened.push(await page.getByRole('heading', { level: 1 }).innerText());
		}
		for (const form of forms) expect(opened.join('\n')).toContain(form);
	});
}
