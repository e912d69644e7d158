// Child processes on a leash: each is the head of its own group, gets the signals we get, and does not
// outlive us.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { childEnv, root } from './project.mjs';

/** @type {Map<import('node:child_process').ChildProcess, Stopping>} */
const children = new Map();
let isStopping = false;

export const hasChildren = () => children.size > 0;

/** Passes a stop on to every child and lets no new one begin. @param {NodeJS.Signals} signal */
export function stopChildren(signal) {
	isStopping = true;
	for (const [child, stopping] of children) {
		signalGroup(child, stopping === 'at-once' ? 'SIGKILL' : signal);
	}
}

/** Thrown out of whatever was running when a stop was asked for. */
export class Stopped extends Error {}

/**
 * At once (when not told otherwise): what it leaves is thrown away or remade, and npm would spend
 * many seconds on undoing its work. Gracefully: it is given the signal and time.
 * @typedef {'at-once' | 'gracefully'} Stopping
 *
 * @typedef {object} Options
 * @property {'capture' | 'stream'} [output] capture keeps both streams in order of arrival
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {Stopping} [stopping] how it is stopped, and how it stops by itself when we are gone
 * @property {boolean} [isServer] being stopped is how it ends well: its exit code is reported
 *
 * @typedef {{ code: number, output: string, stdout: string }} Result
 */

/**
 * Runs a Node script to its end.
 * @param {string} node path of the Node to run it with
 * @param {string[]} args
 * @param {Options} [options]
 */
export function runNode(node, args, options = {}) {
	const leash = new URL('leash.mjs', import.meta.url).href;
	const signal = options.stopping === 'gracefully' ? 'SIGTERM' : 'SIGKILL';
	const env = { ...options.env, TRACKER_LEASH: signal };
	return run(node, ['--import', leash, ...args], { ...options, env }, true);
}

/**
 * Runs a program that is not a Node script, such as the system's package manager.
 * @param {string} program @param {string[]} args @param {Options} [options]
 */
export const runProgram = (program, args, options = {}) => run(program, args, options, false);

/**
 * @param {string} program @param {string[]} args @param {Options} options
 * @param {boolean} hasLeash
 * @returns {Promise<Result>}
 */
async function run(program, args, options, hasLeash) {
	if (isStopping) throw new Stopped();
	const sink = options.output === 'stream' ? 'inherit' : 'pipe';
	const child = spawn(program, args, {
		cwd: root,
		env: childEnv(options.env),
		stdio: hasLeash ? ['ignore', sink, sink, 'ipc'] : ['ignore', sink, sink],
		detached: process.platform !== 'win32'
	});
	children.set(child, options.stopping ?? 'at-once');
	const result = { code: 0, output: '', stdout: '' };
	child.stdout?.setEncoding('utf8').on('data', (text) => {
		result.output += text;
		result.stdout += text;
	});
	child.stderr?.setEncoding('utf8').on('data', (text) => (result.output += text));
	// What it started may still hold our pipes or write files; that ends with it.
	child.on('exit', () => signalGroup(child, 'SIGKILL'));
	try {
		result.code = await ended(child);
	} finally {
		children.delete(child);
	}
	if (isStopping && !options.isServer) throw new Stopped();
	return result;
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} exit code */
function ended(child) {
	return new Promise((done, failed) => {
		child.on('error', failed);
		child.on('close', (code, signal) =>
			done(code ?? 128 + (signal ? constants.signals[signal] : 0))
		);
	});
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// The group has already gone.
	}
}
