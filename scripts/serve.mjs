// `npm run serve`: the service with its real register, behind the web server that has its address.
//
//   ORIGIN=https://recommendations.example.org PORT=3000 DATA_DIR=/var/lib/tracker npm run serve
//
// Never makes or loads anything in DATA_DIR; `npm run tracker` does that.

import { runNode } from './child.mjs';
import { Ending, main } from './ending.mjs';
import { prepare } from './prepare.mjs';
import { at } from './project.mjs';
import { asEnvironment, checkPort, serve } from './server.mjs';
import { readSettings } from './settings.mjs';

main(async () => {
	const command = 'npm run serve';
	const settings = readSettings(process.env);
	await checkPort(settings, command);
	const node = await prepare(command);
	await checkRegister(node, settings);
	if (!settings.isOriginGiven) {
		console.warn(
			`Warning: ORIGIN is not set, so forms are taken only from ${settings.origin}. Set it to the address ` +
				`that people use:\n\n  ORIGIN=https://recommendations.example.org ${command}\n`
		);
	}
	await checkPort(settings, command);
	return serve(node, settings, { NODE_ENV: 'production' }, () => {
		console.log(
			`The service answers on port ${settings.port} of ${settings.host} for ${settings.origin}`
		);
	});
});

/** @param {string} node @param {import('./server.mjs').Settings} settings */
async function checkRegister(node, settings) {
	const args = [at('src', 'cli', 'tracker.ts'), 'ready'];
	const { code, output } = await runNode(node, args, { env: asEnvironment(settings) });
	if (code !== 0)
		throw new Ending(output.trim() || `The register in ${settings.dataDir} is not ready.`);
}
