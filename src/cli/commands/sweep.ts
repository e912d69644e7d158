import { isStoredFile } from '#lib/server/db/queries/stored-file.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

const DAY_MS = 24 * 60 * 60_000;

export const sweep: Command = {
	name: 'sweep',
	summary: 'Removes uploads that broke off and files that no evidence speaks of, after a day',
	run: (_args, io) =>
		withRegister(io, async ({ db, files, clock }) => {
			const { removed, abandonedUploads } = await files.sweep({
				isKnown: (sha256) => isStoredFile(db.read, sha256),
				olderThanMs: DAY_MS,
				now: clock.now()
			});
			for (const sha256 of removed) io.out(sha256);
			io.err(`${removed.length} files and ${abandonedUploads} broken-off uploads removed`);
			return 0;
		})
};
