// Packages from the lock file, and the Node that runs everything else.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { Ending } from './ending.mjs';
import { fingerprint } from './fingerprint.mjs';
import { showStep } from './progress.mjs';
import { at, bundledNode, findNpm, findOnPath, isAtLeast, oldestNode, root } from './project.mjs';

/** Written last and inside node_modules, so that it cannot outlive what it speaks of. */
const stampFile = at('node_modules', '.tracker-installed.json');
const npmRecord = at('node_modules', '.package-lock.json');
const platform = `${process.platform}-${process.arch}`;

/** @typedef {{ platform: string, lock: string, node: string }} Stamp */

/**
 * Installs what the lock file names unless it is there already.
 * @returns {Promise<string>} the Node to run the project with
 */
export async function ensureInstalled() {
	const lock = fingerprint(root, ['package-lock.json']);
	const stamp = readStamp();
	const isOurs = stamp === null || stamp.platform === platform;
	if (stamp && isOurs && stamp.lock === lock && existsSync(stamp.node)) return stamp.node;

	if (!isOurs || !isInstalled(root)) {
		await showStep('Installing packages (about a minute the first time)', install);
	}
	const node = (await findNode()) ?? explainNoNode();
	writeFileSync(stampFile, JSON.stringify({ platform, lock, node }));
	return node;
}

/** @returns {Stamp | null} */
function readStamp() {
	try {
		return JSON.parse(readFileSync(stampFile, 'utf8'));
	} catch {
		return null;
	}
}

/**
 * Whether npm has been run here by hand: its record, which it writes last, names every package of the
 * lock file in the same version, and each is on the disk.
 * @param {string} top the project's folder
 */
export function isInstalled(top) {
	const record = join(top, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const present = packagesIn(record);
	return Object.entries(packagesIn(join(top, 'package-lock.json'))).every(
		([path, { version, optional }]) => {
			if (path === '') return true;
			const found = present[path];
			if (!found) return optional === true;
			return found.version === version && existsSync(join(top, path, 'package.json'));
		}
	);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

async function install() {
	rmSync(stampFile, { force: true });
	// npm clears the folder in no particular order: without its record a half-cleared one is seen as such.
	rmSync(npmRecord, { force: true });
	// The build needs the development packages too, also where NODE_ENV says production.
	await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** @param {string[]} args */
async function runNpm(args) {
	const npm = findNpm();
	if (!npm)
		throw new Ending('npm was not found. Install Node.js with npm 10 or later, then try again.');
	const { code, output } = await runNode(npm.node, [npm.cli, ...args]);
	if (code === 0) return;
	throw new Ending(
		`${output.trim()}\n\nnpm ${args[0]} failed (exit code ${code}); what it said is above. ` +
			'Nothing half-made is used: put it right and run the same command again.'
	);
}

async function findNode() {
	if (!isUsable(bundledNode)) {
		// Its own install script brings the program; a machine may be set to run no install scripts.
		await showStep('Fetching Node', () => runNpm(['rebuild', 'node', '--ignore-scripts=false']));
	}
	return [bundledNode, process.execPath, findOnPath('node')].find(isUsable);
}

/** @param {string | undefined} file */
function isUsable(file) {
	if (!file || !existsSync(file)) return false;
	try {
		const version = execFileSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' });
		return isAtLeast(version.trim(), oldestNode);
	} catch {
		return false;
	}
}

/** @returns {never} */
function explainNoNode() {
	throw new Ending(
		`This service needs Node ${oldestNode} or later. The one that its packages bring does not run on this ` +
			`machine (${platform}), and the machine's own is ${process.versions.node}. ` +
			'Install Node 24 from https://nodejs.org and run the same command again.'
	);
}
