// What every command needs before its own work: packages and a build, made by one process at a time.

import { ensureBuilt } from './build.mjs';
import { withLock } from './lock.mjs';
import { ensureInstalled } from './install.mjs';
import { showStep } from './progress.mjs';
import { at } from './project.mjs';

/**
 * @param {string} command as a person would type it, such as "npm start"
 * @param {object} [parts]
 * @param {boolean} [parts.build]
 * @param {(node: string) => Promise<void>} [parts.then] more to make under the same lock
 * @returns {Promise<string>} the Node to run the project with
 */
export function prepare(command, { build = true, then = async () => {} } = {}) {
	return withLock(
		at('.cache', 'preparing.lock'),
		command,
		async () => {
			const node = await ensureInstalled();
			if (build) await ensureBuilt(node);
			await then(node);
			return node;
		},
		(holder, untilFree) =>
			showStep(
				`Waiting for ${holder.command} (process ${holder.pid} on ${holder.host}), which is preparing this folder`,
				untilFree
			)
	);
}
