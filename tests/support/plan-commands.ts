import { plainDate } from '#lib/domain/plain-date.ts';
import { action } from '#lib/server/db/schema/tables.ts';
import { stepAction } from '#lib/server/services/action-moves.ts';
import { reorderAction } from '#lib/server/services/action-order.ts';
import { addAction, changeAction } from '#lib/server/services/actions.ts';
import { eq } from 'drizzle-orm';
import type { Command, Given } from './commands.ts';
import { anAction } from './plan.ts';

/** The commands that make and change the plan of an assignment. The version is that of the action. */
export const PLAN_COMMANDS: readonly Command[] = [
	{
		name: 'add an action',
		action: 'write-plan',
		from: 'in-progress',
		form: 'key',
		fields: [
			['title', 'action', 'title'],
			['shows', 'action', 'shows']
		],
		run: ({ app, actor, scene, staged, form: { submissionKey }, typed }) =>
			addAction(app, actor, staged, {
				title: typed('title'),
				shows: typed('shows'),
				ownerPostId: scene.kentPost,
				dueOn: plainDate('2026-06-01'),
				serves: [],
				submissionKey
			})
	},
	{
		name: 'change an action',
		action: 'write-plan',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['title', 'action', 'title'],
			['shows', 'action', 'shows'],
			['reason', 'action_change', 'reason']
		],
		run: ({ app, actor, scene, staged, form, typed }) =>
			changeAction(app, actor, planned(staged), {
				...form,
				title: typed('title'),
				shows: typed('shows'),
				ownerPostId: scene.kentPost,
				dueOn: plainDate('2026-09-30'),
				serves: [staged.reference],
				reason: typed('reason')
			})
	},
	{
		name: 'move an action',
		action: 'write-plan',
		from: 'in-progress',
		form: 'key',
		fields: [],
		prepare: ({ app, actor, staged }) => anAction(app, [staged], actor, { title: 'Another' }),
		run: ({ app, actor, staged, form: { submissionKey } }) =>
			reorderAction(app, actor, planned(staged), { direction: 'down', place: 1, submissionKey })
	},
	{
		name: 'complete an action',
		action: 'write-plan',
		from: 'in-progress',
		form: 'stamp',
		fields: [],
		run: ({ app, actor, staged, form }) =>
			stepAction(app, actor, planned(staged), {
				...form,
				verb: 'complete',
				doneOn: plainDate('2026-02-27')
			})
	},
	{
		name: 'reopen an action',
		action: 'write-plan',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'action_change', 'reason']],
		prepare: ({ app, staged }) =>
			app.db.write((tx) =>
				tx.update(action).set({ state: 'done' }).where(eq(action.key, staged.actionKey))
			),
		run: ({ app, actor, staged, form, typed }) =>
			stepAction(app, actor, planned(staged), { ...form, verb: 'reopen', reason: typed('reason') })
	},
	{
		name: 'drop an action',
		action: 'drop-action',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'action_change', 'reason']],
		run: ({ app, actor, staged, form, typed }) =>
			stepAction(app, actor, planned(staged), { ...form, verb: 'drop', reason: typed('reason') })
	}
];

function planned(staged: Given['staged']) {
	return { ...staged, action: staged.actionKey };
}
