import { parseArgs } from 'node:util';
import { plural } from '#lib/wording/counts.ts';
import { checkSearchIndex, rebuildSearchIndex } from '#lib/server/db/queries/search-index.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const searchIndex: Command = {
	name: 'search-index',
	summary: 'Checks that search finds what there is and nothing else; exit 1 where it does not',
	usage: '[--rebuild]  fills the index anew, which takes some seconds for a large register',
	async run(args, io) {
		const { values } = parseArgs({ args: [...args], options: { rebuild: { type: 'boolean' } } });
		return withRegister(io, async ({ db }) => {
			const { entries, missing, surplus, isDamaged } = await db.write(async (tx) => {
				if (values.rebuild) await rebuildSearchIndex(tx);
				return checkSearchIndex(tx);
			});
			if (isDamaged) io.out('The search index is damaged');
			if (missing > 0) io.out(`${plural(missing, 'text')} cannot be found`);
			if (surplus > 0) io.out(`${plural(surplus, 'text')} found that should not be`);
			if (isDamaged || missing + surplus > 0) {
				io.err('search-index --rebuild fills the index anew');
				return 1;
			}
			io.out(`The search index is whole: ${plural(entries, 'text')}`);
			return 0;
		});
	}
};
