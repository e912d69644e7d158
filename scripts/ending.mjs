// How a command ends: with a plain sentence when something expected is in the way, with a stack when
// it is our own mistake, and quietly when a person or the system asked it to stop.

import { hasChildren, stopChildren } from './child.mjs';
import { watchParent } from './parent.mjs';

/** An expected end: the message is for the person at the terminal. */
export class Ending extends Error {
	/** @param {string} message @param {number} [code] exit code */
	constructor(message, code = 1) {
		super(message);
		this.code = code;
	}
}

/** Set once a stop was asked for: the exit code it leads to, unless a server gives its own. @type {number | null} */
let stopCode = null;

/** @param {() => Promise<number>} command gives the exit code */
export async function main(command) {
	watchForStops();
	// A reader that has gone away (a closed pipe) must not turn a clean stop into a crash.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	try {
		process.exitCode = await command();
	} catch (error) {
		if (stopCode !== null) process.exitCode = stopCode;
		else if (error instanceof Ending) {
			console.error(`\n${error.message}`);
			process.exitCode = error.code;
		} else {
			console.error(error);
			process.exitCode = 70;
		}
	}
	process.exit();
}

function watchForStops() {
	const numbers = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });
	for (const [name, number] of Object.entries(numbers)) {
		process.on(name, () => stop(/** @type {NodeJS.Signals} */ (name), 128 + number));
	}
	watchParent(() => stop('SIGTERM', 143));
}

/** @param {NodeJS.Signals} signal @param {number} code */
function stop(signal, code) {
	const again = stopCode !== null;
	stopCode ??= code;
	if (!hasChildren()) process.exit(code);
	stopChildren(again ? 'SIGKILL' : signal);
}
