import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE_FILE, openApp } from '#lib/server/app.ts';
import { checkRegister } from '../check-register.ts';
import { Stop, type Command } from '../io.ts';
import { placeRegister } from '../make-register.ts';
import { onlyArgument } from '../only-argument.ts';
import { configOf, readRegisterState } from '../register-folder.ts';

export const restore: Command = {
	name: 'restore',
	summary: 'Puts a copy that `backup` made into DATA_DIR, where there is no register',
	usage: '<folder>  of the copy, which stays as it is',
	async run(args, io) {
		const source = resolve(onlyArgument(args, 'the folder of the copy'));
		if (!existsSync(join(source, DATABASE_FILE))) throw new Stop(`There is no copy in ${source}.`);
		const config = configOf(io);
		const state = await readRegisterState(config, io);
		if (state.kind === 'real' || state.kind === 'sample') {
			throw new Stop(`There is a register in ${config.dataDir} already. Nothing was changed.`);
		}
		const isPlaced = await placeRegister(config, state.kind === 'empty', async (aside) => {
			io.err('Copying …');
			for (const part of [DATABASE_FILE, 'files']) {
				cpSync(join(source, part), join(aside, part), { recursive: true });
			}
			io.err('Checking the copy …');
			const app = openApp({ ...config, dataDir: aside }, io.clock);
			try {
				const { problems, entries, head } = await checkRegister(app);
				if (problems.length > 0) {
					throw new Stop(`The copy is not whole. Nothing was changed.\n${problems.join('\n')}`);
				}
				io.out(`${entries} audit entries. The last hash is ${head}`);
			} finally {
				app.close();
			}
		});
		if (!isPlaced) throw new Stop('Another process has just made a register there. It stays.');
		io.err(`The register is in ${config.dataDir}.`);
		return 0;
	}
};
