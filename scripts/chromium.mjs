// Finds a Chromium for the browser tests, and fetches one on a Debian machine that is ours to change.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runProgram } from './child.mjs';
import { Ending } from './ending.mjs';
import { showStep } from './progress.mjs';
import { findOnPath } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macOsPlaces = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * A Chromium that is here already: the one named by CHROMIUM, the system's, or Playwright's own.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
	if (env.CHROMIUM) {
		if (existsSync(env.CHROMIUM)) return env.CHROMIUM;
		throw new Ending(`CHROMIUM is "${env.CHROMIUM}", and there is no such file.`);
	}
	const onSystem = names.map((name) => findOnPath(name, env)).find(Boolean);
	return onSystem ?? [...macOsPlaces, playwrightsOwn()].find((file) => file && existsSync(file));
}

/** The same, after installing Debian's where that can be done. @returns {Promise<string>} */
export async function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && findOnPath('apt-get')) {
		await showStep('Installing Chromium for the browser tests', installFromDebian);
		const installed = findChromium();
		if (installed) return installed;
	}
	throw new Ending(
		'The browser tests need Chromium, and there is none here. Do one of these, then try again:\n\n' +
			"  install it with the system's package manager, such as: sudo apt-get install chromium\n" +
			"  fetch Playwright's own: npx playwright install --with-deps chromium\n" +
			'  say where one is: CHROMIUM=/path/to/chromium npm test'
	);
}

async function installFromDebian() {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [['update'], ['install', '--yes', 'chromium', 'fonts-liberation']]) {
		// A package manager that is cut off leaves the machine in need of repair.
		const options = { env, stopping: /** @type {const} */ ('gracefully') };
		const { code, output } = await runProgram('apt-get', args, options);
		if (code !== 0) throw new Ending(`${output.trim()}\n\napt-get ${args[0]} failed; see above.`);
	}
}

function playwrightsOwn() {
	try {
		// Asked for only now: this file is read before anything is installed.
		/** @type {typeof import('@playwright/test')} */
		const playwright = createRequire(import.meta.url)('@playwright/test');
		return playwright.chromium.executablePath();
	} catch {
		return undefined;
	}
}
