// One preparation of this folder at a time. The holder touches its lock while it lives; a lock whose
// holder is dead, or that nobody has touched for a while, is taken over.

import {
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const touchEvery = 2000;

/** @typedef {{ pid: number, host: string, command: string }} Holder */

/**
 * @template T
 * @param {string} file
 * @param {string} command what the holder is doing, for the one who waits
 * @param {() => Promise<T>} work
 * @param {(holder: Holder, untilFree: () => Promise<void>) => Promise<void>} showWaiting called when
 *   somebody else holds it
 * @param {number} [patience] milliseconds without a touch after which a lock counts as abandoned
 * @returns {Promise<T>}
 */
export async function withLock(file, command, work, showWaiting, patience = 15_000) {
	const me = { pid: process.pid, host: hostname(), command };
	mkdirSync(dirname(file), { recursive: true });
	while (!create(file, me)) {
		const holder = read(file)?.holder;
		if (holder && !isDead(holder)) await showWaiting(holder, () => untilFree(file, patience));
		else await untilFree(file, patience);
	}
	const release = () => rmSync(file, { force: true });
	const timer = setInterval(() => touch(file), touchEvery);
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		process.off('exit', release);
		release();
	}
}

/** Waits until the lock is gone, taking it away when it is abandoned. @param {string} file @param {number} patience */
async function untilFree(file, patience) {
	let seen = '';
	let since = performance.now();
	for (;;) {
		const lock = read(file);
		if (!lock) return;
		if (lock.state !== seen) {
			seen = lock.state;
			since = performance.now();
		}
		if (isDead(lock.holder) || performance.now() - since > patience) {
			return discard(file, lock.state);
		}
		await pause(200);
	}
}

/** @param {string} file */
function touch(file) {
	const now = new Date();
	try {
		utimesSync(file, now, now);
	} catch (error) {
		// Somebody cleared the cache folder: there is no lock left to keep fresh.
		if (codeOf(error) !== 'ENOENT') throw error;
	}
}

/** @param {string} file @param {Holder} me */
function create(file, me) {
	try {
		writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/**
 * @param {string} file
 * @returns {{ holder: Holder | null, state: string } | null} null when it has just gone; no holder
 *   when it has been created and not yet written
 */
function read(file) {
	try {
		const text = readFileSync(file, 'utf8');
		const state = `${statSync(file).mtimeMs} ${text}`;
		return { holder: text ? JSON.parse(text) : null, state };
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

/** @param {Holder | null} holder */
function isDead(holder) {
	if (!holder || holder.host !== hostname()) return false;
	// In a restarted container the same number may be ours by now.
	if (holder.pid === process.pid) return true;
	try {
		process.kill(holder.pid, 0);
		return false;
	} catch (error) {
		return codeOf(error) === 'ESRCH';
	}
}

/**
 * Takes an abandoned lock away. Moved aside first and looked at again: between our reading and our
 * moving somebody else may have taken it over, and theirs goes back.
 * @param {string} file @param {string} state as it was judged
 */
function discard(file, state) {
	const aside = `${file}.${process.pid}`;
	try {
		renameSync(file, aside);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return;
		throw error;
	}
	if (read(aside)?.state === state) rmSync(aside, { force: true });
	else renameSync(aside, file);
}

/** @param {unknown} error */
function codeOf(error) {
	return /** @type {NodeJS.ErrnoException} */ (error).code;
}
