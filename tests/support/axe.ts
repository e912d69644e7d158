import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WIDTHS = [1280, 320];

/** What every page owes: axe finds nothing, one h1, no sideways scroll, and no complaint in the console. */
export async function expectAccessible(page: Page): Promise<void> {
	const before = page.viewportSize();
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
		expect(found, `axe at ${width} px on ${page.url()}`).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow, `sideways scroll at ${width} px on ${page.url()}`).toBeLessThanOrEqual(0);
	}
	await expect(page.locator('h1')).toHaveCount(1);
	if (before) await page.setViewportSize(before);
}
