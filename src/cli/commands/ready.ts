import type { Command } from '../io.ts';
import { configOf, noRegister, readRegisterState } from '../register-folder.ts';

/** What `npm run serve` asks before it serves. */
export const ready: Command = {
	name: 'ready',
	summary: 'Whether there is a real register to serve: exit 0, or what to do first',
	async run(_args, io) {
		const config = configOf(io);
		const state = await readRegisterState(config, io);
		switch (state.kind) {
			case 'none':
			case 'empty':
				io.err(noRegister(config));
				return 1;
			case 'sample':
				io.err(
					`${config.dataDir} holds the sample register: everything in it is invented, and its\n` +
						'passwords are public. It is never served as the real one. Choose another folder and\n' +
						'make a register there:\n\n  DATA_DIR=/path/to/register npm run tracker -- init'
				);
				return 3;
			case 'real':
				if (state.administrators > 0) return 0;
				io.err(
					`The register in ${config.dataDir} has no active administrator. Put back a backup that has\n` +
						'one into an empty folder:\n\n  DATA_DIR=/path/to/register npm run tracker -- restore <folder>'
				);
				return 1;
		}
	}
};
