// `npm start`: from a bare clone to the service with its sample register on http://localhost:3000.
//
//   PORT=3001 npm start           another port
//   DATA_DIR=/tmp/try npm start   another place for the register (default ./data)

import { runNode } from './child.mjs';
import { Ending, main } from './ending.mjs';
import { prepare } from './prepare.mjs';
import { showStep } from './progress.mjs';
import { at } from './project.mjs';
import { asEnvironment, checkPort, serve } from './server.mjs';
import { readSettings } from './settings.mjs';

main(async () => {
	const command = 'npm start';
	const settings = readSettings(process.env);
	await checkPort(settings, command);
	let signIns = '';
	const node = await prepare(command, {
		then: async (node) => {
			signIns = await showStep('Checking the register', () => ensureSample(node, settings));
		}
	});
	await checkPort(settings, command);
	return serve(node, settings, {}, () => {
		console.log(`\nThe service is ready at ${settings.origin}\n`);
		if (signIns) console.log(`${signIns}\n`);
		console.log('Press Ctrl-C to stop it.');
	});
});

/**
 * Makes the sample register where there is none.
 * @param {string} node @param {import('./server.mjs').Settings} settings
 * @returns {Promise<string>} what the command says about signing in
 */
async function ensureSample(node, settings) {
	const args = [at('src', 'cli', 'tracker.ts'), 'sample'];
	const { code, output, stdout } = await runNode(node, args, { env: asEnvironment(settings) });
	if (code === 0) return stdout.trim();
	throw new Ending(
		`${output.trim()}\n\nThe sample register could not be made in ${settings.dataDir}.`
	);
}
