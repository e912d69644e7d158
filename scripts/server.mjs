// Runs the built server and says when it answers.

import { createServer } from 'node:net';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { serverArguments, serverEnvironment } from './build.mjs';
import { runNode } from './child.mjs';
import { Ending } from './ending.mjs';

/** @typedef {ReturnType<typeof import('./settings.mjs').readSettings>} Settings */

/** Fails with a plain message when the port is taken. @param {Settings} settings @param {string} command */
export async function checkPort({ host, port }, command) {
	// A browser takes "localhost" to ::1 first, so another program there would be met instead of ours.
	const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
	for (const each of hosts) {
		const problem = await tryListening(each, port);
		if (problem === 'EADDRINUSE') {
			throw new Ending(
				`Port ${port} is taken by another program, perhaps by this service started before. ` +
					`Stop it, or choose another port:\n\n  PORT=${port + 1} ${command}`
			);
		}
		if (problem === 'EACCES') {
			throw new Ending(
				`This account may not open port ${port}. Choose one above 1023:\n\n  PORT=3000 ${command}`
			);
		}
	}
}

/**
 * Serves until stopped.
 * @param {string} node @param {Settings} settings @param {NodeJS.ProcessEnv} env
 * @param {() => void} onReady called once the server answers
 * @returns {Promise<number>} the server's exit code
 */
export async function serve(node, settings, env, onReady) {
	const running = runNode(node, serverArguments, {
		output: 'stream',
		isServer: true,
		stopping: 'gracefully',
		env: { ...serverEnvironment, ...env, ...asEnvironment(settings) }
	});
	let hasEnded = false;
	const ended = running.finally(() => (hasEnded = true));
	// A failure is seen below, where `ended` is awaited.
	ended.catch(() => {});
	let status = 0;
	while (!hasEnded && (status = await askHealth(settings)) === 0) await pause(50);
	if (!hasEnded) {
		onReady();
		if (status !== 200) console.warn(`Warning: its own health check answers ${status}; see above.`);
	}
	const { code } = await ended;
	return code;
}

/** @param {Settings} settings */
export function asEnvironment({ host, port, origin, dataDir }) {
	return { HOST: host, PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir };
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} error code */
function tryListening(host, port) {
	return new Promise((done) => {
		const probe = createServer();
		probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => done(error.code));
		probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(undefined)));
	});
}

/** @param {Settings} settings @returns {Promise<number>} the status of the answer, 0 while there is none */
function askHealth({ host, port }) {
	const at = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
	return new Promise((done) => {
		const asked = request({ host: at, port, path: '/health', timeout: 5000 }, (answer) => {
			answer.resume();
			done(answer.statusCode ?? 0);
		});
		asked.once('timeout', () => asked.destroy());
		asked.once('error', () => done(0));
		asked.end();
	});
}
