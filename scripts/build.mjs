// The server and its pages, built from src/ into build/.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runNode } from './child.mjs';
import { Ending } from './ending.mjs';
import { fingerprint } from './fingerprint.mjs';
import { showStep } from './progress.mjs';
import { at, commandFile, root } from './project.mjs';

const builtEntry = at('build', 'index.js');
/**
 * What Node is given to start the built server. It needs some 60 MB; left to itself it lets two hundred of
 * finished pages lie before it clears them away, and is not faster for it. So the heap may grow by a fifth
 * before it is cleared, and what it has grown by is given back at rest, for which the collector is exposed
 * (`memory-at-rest.ts`). The limit is only there to stop what has gone wrong.
 */
export const serverArguments = [
	'--max-semi-space-size=12',
	'--heap-growing-percent=20',
	'--max-old-space-size=256',
	'--expose-gc',
	at('scripts', 'entry.mjs')
];

/**
 * The system's allocator keeps a heap for each thread, which a thread that ends leaves behind full of holes, and
 * learns to keep large pieces in them, too. One heap, and pieces given back from the 32 kB that V8's compiler takes at a
 * time, is 60 MB less after exports and 12 MB less after all pages.
 */
export const serverEnvironment = {
	MALLOC_ARENA_MAX: '1',
	MALLOC_MMAP_THRESHOLD_: '32768',
	MALLOC_TRIM_THRESHOLD_: '131072'
};

/** Written last and inside build/, so that it cannot outlive what it speaks of. */
const stampFile = at('build', '.made-from');
const sources = [
	...['src', 'static', 'drizzle'],
	...['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json']
];

/** Builds unless build/ was made from exactly these sources. @param {string} node */
export async function ensureBuilt(node) {
	const madeFrom = fingerprint(root, sources, (path) => !path.endsWith('.test.ts'));
	if (existsSync(builtEntry) && readStamp() === madeFrom) return;
	await showStep('Building the service', () => build(node));
	writeFileSync(stampFile, madeFrom);
}

/** @param {string} node */
async function build(node) {
	rmSync(stampFile, { force: true });
	const env = { NODE_ENV: 'production' };
	const { code, output } = await runNode(node, [commandFile('vite'), 'build'], { env });
	if (code === 0 && existsSync(builtEntry)) return;
	throw new Ending(`${output.trim()}\n\nThe build failed; what it said is above.`);
}

function readStamp() {
	return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}
