// Makes the pictures of the README and the user guide from the built service and a fresh sample register.

import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { startServer } from '../tests/support/server.ts';
import { findChromium } from './chromium.mjs';
import { at } from './project.mjs';

const PASSWORD = 'sample-only-password';
const KENT = '/recommendations/OIC-7/KENT';

/** Picture, who looks, at what; `width` where it is not a desk's. @type {[string, string, string, number?][]} */
const PICTURES = [
	['overview', 'inspector@sample.test', '/'],
	['recommendations', 'board@sample.test', '/recommendations'],
	['assignment', 'inspector@sample.test', KENT],
	['confirm', 'inspector@sample.test', `${KENT}/review`],
	['reviews', 'inspector@sample.test', '/reviews'],
	['home', 'kent.lead@sample.test', '/'],
	['update', 'kent.lead@sample.test', '/recommendations/OIC-3/KENT/updates/new'],
	['evidence', 'kent.lead@sample.test', '/recommendations/OIC-3/KENT/evidence/new'],
	['summary', 'board@sample.test', '/summary'],
	['people', 'admin@sample.test', '/people'],
	['phone', 'kent.lead@sample.test', '/', 360]
];

const folder = at('docs', 'images');
mkdirSync(folder, { recursive: true });
const server = await startServer();
const executablePath = findChromium();
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
try {
	for (const [name, email, path, width = 1100] of PICTURES) {
		const page = await browser.newPage({
			baseURL: server.origin,
			viewport: { width, height: 900 },
			locale: 'en-GB',
			timezoneId: 'Europe/London'
		});
		await page.goto('/sign-in');
		await page.getByLabel('Email address').fill(email);
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL((url) => url.pathname !== '/sign-in');
		await page.goto(path, { waitUntil: 'networkidle' });
		await page.screenshot({ path: `${folder}/${name}.png` });
		await page.close();
		console.log(`docs/images/${name}.png`);
	}
} finally {
	await browser.close();
	await server.stop();
}
