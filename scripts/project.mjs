// Where things are in this folder, and which Node runs them.

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Vite 8 needs 22.12; running the command line's TypeScript without a flag needs 22.18. */
export const oldestNode = '22.18.0';

/** @param {...string} parts */
export const at = (...parts) => join(root, ...parts);

/** The Node that comes as a dependency. */
export const bundledNode = at('node_modules', 'node', 'bin', executable('node'));

/**
 * An npm to run, as a Node and its first argument. Never on the bundled Node when there is another:
 * npm would delete that one under its own feet.
 * @returns {{ node: string, cli: string } | null}
 */
export function findNpm() {
	const onPath = findOnPath('npm');
	const cli = [process.env.npm_execpath, onPath && realpathSync(onPath)].find(
		(file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file)
	);
	if (!cli) return null;
	const node = [
		process.env.npm_node_execpath,
		process.execPath,
		findOnPath(executable('node'))
	].find((file) => file && existsSync(file) && !isInside(at('node_modules'), file));
	return { node: node ?? process.execPath, cli };
}

/**
 * A program on the PATH, leaving out the project's own tools.
 * @param {string} name @param {NodeJS.ProcessEnv} [env]
 */
export function findOnPath(name, env = process.env) {
	return (env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => folder && !isInside(at('node_modules'), folder))
		.map((folder) => join(folder, name))
		.find((file) => existsSync(file));
}

/**
 * The environment for a child: the project's own tools and Node come first.
 * @param {NodeJS.ProcessEnv} [more]
 */
export function childEnv(more = {}) {
	const path = [at('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
	return { ...process.env, PATH: path, ...more };
}

/**
 * The file that a package's command runs, so that no shell and no shebang is needed.
 * @param {string} name package
 * @param {string} [command] when it differs from the package's name
 */
export function commandFile(name, command = name) {
	const { bin } = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8'));
	return at('node_modules', name, typeof bin === 'string' ? bin : bin[command]);
}

/** @param {string} version @param {string} least both as 'major.minor.patch' */
export function isAtLeast(version, least) {
	const [a, b] = [version, least].map((text) => text.split('.').map(Number));
	for (const i of [0, 1, 2]) {
		const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

/** @param {string} name */
function executable(name) {
	return process.platform === 'win32' ? `${name}.exe` : name;
}

/** @param {string} folder @param {string} file */
function isInside(folder, file) {
	return resolve(file).startsWith(folder + sep);
}
