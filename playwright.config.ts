import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();
// Chromium's own sandbox cannot work for root, which is what a container usually runs as.
const isRoot = process.getuid?.() === 0;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	// Each spec file has a server and a register of its own, so two cores are full with two files.
	workers: 2,
	// Some tests look at a dozen pages with axe, and a machine that tests is often a slow one.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				...(isRoot ? ['--no-sandbox'] : []),
				'--disable-gpu',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run'
			]
		}
	}
});
