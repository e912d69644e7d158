import { sweepFiles } from '#lib/server/services/file-sweep.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const sweep: Command = {
	name: 'sweep',
	summary: 'Removes uploads that broke off and files that no evidence speaks of, after a day',
	run: (_args, io) =>
		withRegister(io, async (app) => {
			const { removed, abandonedUploads } = await sweepFiles(app);
			for (const sha256 of removed) io.out(sha256);
			io.err(`${removed.length} files and ${abandonedUploads} broken-off uploads removed`);
			return 0;
		})
};
