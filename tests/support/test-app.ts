import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';

export const TEST_DAY = '2026-03-02';

export interface TestApp extends App {
	/** Moves the clock: an instant, or noon in London on a day 'YYYY-MM-DD'. */
	goTo(when: number | string): void;
}

/** A real app on an empty register in a folder of its own, gone when the test ends. Stands at noon on TEST_DAY. */
export function openTestApp(environment: Record<string, string> = {}): TestApp {
	const dataDir = mkdtempSync(join(tmpdir(), 'tracker-test-'));
	const clock = { at: noonOf(TEST_DAY), now: () => clock.at };
	const config = readConfig({
		DATA_DIR: dataDir,
		LOG_LEVEL: 'silent',
		ORIGIN: 'https://tracker.test',
		...environment
	});
	const app = openApp(config, clock);
	onTestFinished(() => {
		app.close();
		rmSync(dataDir, { recursive: true, force: true });
	});
	return {
		...app,
		goTo(when) {
			clock.at = typeof when === 'number' ? when : noonOf(when);
		}
	};
}

export function noonOf(day: string): number {
	return Date.parse(`${day}T12:00:00Z`);
}
