import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { progressUpdate } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import type { Audience } from '#lib/domain/audience.ts';
import { addComment } from '#lib/server/services/conversation.ts';
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
	},
	writing('write a comment', 'comment', 'everyone'),
	writing('keep a note', 'keep-note', 'inspectorate')
];

function writing(name: string, action: 'comment' | 'keep-note', audience: Audience): Command {
	return {
		name,
		action,
		from: 'confirmed',
		form: 'key',
		fields: [['text', 'comment', 'text']],
		run: ({ app, scene, actor, staged, form: { submissionKey }, typed }) =>
			addComment(app, actor, staged, {
				audience,
				text: typed('text'),
				mentions: audience === 'everyone' ? [scene.claimant.personId] : [],
				submissionKey
			})
	};
}
