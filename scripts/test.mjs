// `npm test`: every check, from a bare clone, in the order in which they are cheapest to learn from.
//
//   npm test -- lint types        only these steps
//
// Steps: format, lint, types, unit (with integration and architecture), build, e2e. Stops at the first
// that fails. The last line is the number of tests that passed and failed.

import { mkdirSync, rmSync } from 'node:fs';
import { runNode, Stopped } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { Ending, main } from './ending.mjs';
import { prepare } from './prepare.mjs';
import { seconds } from './progress.mjs';
import { at, findNpm } from './project.mjs';
import { readPlaywright, readVitest, sumUp, withStep } from './tally.mjs';

const command = 'npm test';
const nothing = { passed: 0, failed: 0 };
const unitReport = at('.cache', 'unit.json');
const e2eReport = at('.cache', 'e2e.json');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<boolean>} run whether it passed
 * @property {() => import('./tally.mjs').Tally} [count]
 */

/** @type {Step[]} */
const steps = [
	{ name: 'format', run: () => runScript('format:check') },
	{ name: 'lint', run: () => runScript('lint') },
	{ name: 'types', run: () => runScript('types') },
	{
		name: 'unit',
		run: () => {
			const reporters = ['--reporter=default', '--reporter=json'];
			return runScript('unit', [...reporters, `--outputFile.json=${unitReport}`]);
		},
		count: () => readVitest(unitReport)
	},
	{ name: 'build', run: build },
	{
		name: 'e2e',
		run: async () => {
			await build();
			const env = { CHROMIUM: await ensureChromium() };
			return runScript('e2e', ['--pass-with-no-tests'], env);
		},
		count: () => readPlaywright(e2eReport)
	}
];

main(async () => {
	const chosen = choose(process.argv.slice(2));
	await prepare(command, { build: false });
	mkdirSync(at('.cache'), { recursive: true });
	for (const report of [unitReport, e2eReport]) rmSync(report, { force: true });

	const tallies = [];
	let hasFailed = false;
	for (const step of chosen) {
		hasFailed = !(await runStep(step));
		tallies.push(withStep(step.count?.() ?? nothing, hasFailed));
		if (hasFailed) break;
	}
	console.log(`\n${sumUp(tallies)}`);
	return hasFailed ? 1 : 0;
});

/** @param {string[]} names @returns {Step[]} all when none are named */
function choose(names) {
	const known = steps.map((step) => step.name);
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw new Ending(
			`No step is called ${unknown.join(', ')}. The steps are: ${known.join(', ')}.`,
			2
		);
	}
	return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

/** @param {Step} step @returns {Promise<boolean>} whether it passed */
async function runStep({ name, run }) {
	const began = performance.now();
	console.log(`\n── ${name} ──`);
	let hasPassed = false;
	try {
		hasPassed = await run();
	} catch (error) {
		if (error instanceof Stopped || !(error instanceof Ending)) throw error;
		console.error(error.message);
	}
	if (hasPassed) console.log(`${name} passed in ${seconds(began)}`);
	else {
		console.log(`\n${name} failed after ${seconds(began)}; what it said is above.`);
		console.log(`To run it alone: ${command} -- ${name}`);
	}
	return hasPassed;
}

async function build() {
	await prepare(command);
	return true;
}

/**
 * @param {string} name a script of package.json
 * @param {string[]} [args] @param {NodeJS.ProcessEnv} [env]
 */
async function runScript(name, args = [], env = {}) {
	const npm = findNpm();
	if (!npm) throw new Ending('npm was not found.');
	const more = args.length > 0 ? ['--', ...args] : [];
	const { code } = await runNode(npm.node, [npm.cli, 'run', '--silent', name, ...more], {
		output: 'stream',
		stopping: 'gracefully',
		env
	});
	return code === 0;
}
