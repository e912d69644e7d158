// Shows that a long step is alive: a spinner on a terminal, a line every few seconds elsewhere.

import { Stopped } from './child.mjs';

const every = 5000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * @template T
 * @param {string} doing what is being done, such as "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showStep(doing, work) {
	const began = performance.now();
	const stopShowing = process.stdout.isTTY ? spin(doing, began) : repeat(doing, began);
	try {
		const result = await work();
		stopShowing();
		console.log(`${doing}: done in ${seconds(began)}`);
		return result;
	} catch (error) {
		stopShowing();
		const how = error instanceof Stopped ? 'stopped' : 'failed';
		console.log(`${doing}: ${how} after ${seconds(began)}`);
		throw error;
	}
}

/** @param {number} began from performance.now() */
export function seconds(began) {
	return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** @param {string} doing @param {number} began */
function spin(doing, began) {
	let turn = 0;
	const draw = () => {
		const frame = frames[turn++ % frames.length];
		process.stdout.write(`\r\x1b[K${frame} ${doing}, ${seconds(began)}`);
	};
	draw();
	const timer = setInterval(draw, 100);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r\x1b[K');
	};
}

/** @param {string} doing @param {number} began */
function repeat(doing, began) {
	console.log(`${doing} …`);
	const timer = setInterval(() => console.log(`  still at it after ${seconds(began)}`), every);
	return () => clearInterval(timer);
}
