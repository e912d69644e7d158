import type { Page } from '@playwright/test';

/**
 * Milliseconds from each interaction that the work does until the browser has painted what follows from it, as
 * Interaction to Next Paint counts them: the longest event of each. The browser tells them in steps of 8, and those
 * below 16 not at all, which are told as 16 here.
 * @param interact is done `times` times over, one interaction each
 */
export async function timeInteractions(
	page: Page,
	times: number,
	interact: (time: number) => Promise<void>
): Promise<number[]> {
	await page.evaluate(() => {
		const seen = new Map<number, number>();
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as PerformanceEventTiming[]) {
				const id = (entry as { interactionId?: number }).interactionId ?? 0;
				if (id > 0) seen.set(id, Math.max(seen.get(id) ?? 0, entry.duration));
			}
		});
		observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
		Object.assign(window, { interactionsSeen: seen });
	});
	for (let time = 0; time < times; time++) {
		await interact(time);
		await painted(page);
	}
	// What was painted last is told a little later.
	await page.waitForTimeout(100);
	const told = await page.evaluate(() => [
		...(window as unknown as { interactionsSeen: Map<number, number> }).interactionsSeen.values()
	]);
	return [...told, ...Array<number>(Math.max(0, times - told.length)).fill(16)];
}

/** Two frames later whatever was drawn is on the screen. */
async function painted(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
	);
}

export function medianOf(all: readonly number[]): number {
	return all.toSorted((one, other) => one - other)[all.length >> 1]!;
}
