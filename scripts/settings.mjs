// What the environment says about where to serve and where the data is.

import { resolve } from 'node:path';
import { Ending } from './ending.mjs';
import { root } from './project.mjs';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ port: number, host: string, origin: string, dataDir: string, isOriginGiven: boolean }}
 */
export function readSettings(env) {
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Ending(`PORT is "${env.PORT}", and has to be a whole number from 1 to 65535.`);
	}
	return {
		port,
		host: env.HOST || '127.0.0.1',
		origin: env.ORIGIN || `http://localhost:${port}`,
		dataDir: resolve(root, env.DATA_DIR || 'data'),
		isOriginGiven: Boolean(env.ORIGIN)
	};
}
