import { rebuildRollups } from '#lib/server/services/rollups.ts';
import { plural } from '#lib/wording/counts.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const rollups: Command = {
	name: 'rollups',
	summary: 'Checks the daily counts behind the charts, and makes them again from the history',
	run: (_args, io) =>
		withRegister(io, async (app) => {
			const { found, rows } = await rebuildRollups(app);
			const { missing, surplus, references } = found;
			for (const reference of references) io.out(reference);
			const counts = plural(rows, 'daily count');
			if (references.length === 0) {
				io.err(`${counts}, as the history has them: nothing to put right`);
				return 0;
			}
			io.err(
				`Put right for ${plural(references.length, 'assignment')}: ` +
					`${missing} added, ${surplus} removed. Now ${counts}`
			);
			return 0;
		})
};
