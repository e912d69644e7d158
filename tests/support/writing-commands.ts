import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { progressUpdate } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import type { Command } from './commands.ts';
import { anUpdate } from './writing.ts';

/** What people write about an assignment, beyond a plain update. */
export const WRITING_COMMANDS: readonly Command[] = [
	{
		name: 'correct an update',
		action: 'add-update',
		from: 'confirmed',
		form: 'stamp',
		fields: [
			['narrative', 'progress_update', 'narrative'],
			['milestone', 'progress_update', 'next_milestone']
		],
		prepare: ({ app, scene, staged }) => anUpdate(app, staged, scene.claimant),
		run: async ({ app, actor, staged, form, typed }) => {
			const [first] = await app.db.read
				.select({ id: progressUpdate.id })
				.from(progressUpdate)
				.where(eq(progressUpdate.assignmentId, staged.id));
			await addUpdate(app, actor, staged, {
				...form,
				narrative: typed('narrative'),
				nextMilestone: typed('milestone'),
				correctsId: first!.id
			});
		}
	}
];
