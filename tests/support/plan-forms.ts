import { action } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import { dayFields } from './day-fields.ts';
import type { Form } from './forms.ts';
import { aPart } from './plan-facts.ts';
import { anAction } from './plan.ts';

const PLAN = '/(app)/recommendations/[ref]/[org]/plan';
const STATEMENT = {
	title: 'Train every custody sergeant',
	shows: 'Nobody waits for an interpreter',
	...dayFields('dueOn', 30, 9, 2026)
};

/** The forms of the improvement plan and of the parts of a recommendation. */
export const PLAN_FORMS: readonly Form[] = [
	{
		id: '/(app)/recommendations/[ref]/[org]/parts',
		action: 'default',
		needs: 'record-parts',
		from: 'in-progress',
		fields: {},
		make: async (app, staged) => {
			const part = await aPart(app, staged);
			return { [`part-${part}`]: 'met', [`note-${part}`]: 'The new procedure' };
		}
	},
	{
		id: PLAN,
		action: 'move',
		needs: 'write-plan',
		from: 'in-progress',
		fields: {},
		fieldsOf: (staged) => ({ move: `down 1 ${staged.actionKey}` }),
		prepare: (app, scene, staged) => anAction(app, [staged], scene.claimant)
	},
	{
		id: `${PLAN}/new`,
		action: 'default',
		needs: 'write-plan',
		from: 'in-progress',
		fields: STATEMENT,
		optional: ['ownerPostId', 'serves']
	},
	{
		id: `${PLAN}/[action]/change`,
		action: 'default',
		needs: 'write-plan',
		from: 'in-progress',
		fields: { ...STATEMENT, reason: 'The trainers come later' },
		fieldsOf: (staged) => ({ serves: staged.reference }),
		optional: ['ownerPostId', 'serves']
	},
	{
		id: `${PLAN}/[action]/[verb]`,
		action: 'default',
		needs: 'write-plan',
		from: 'in-progress',
		fields: dayFields('doneOn', 27, 2, 2026),
		verb: 'complete'
	},
	{
		id: `${PLAN}/[action]/[verb]`,
		action: 'default',
		needs: 'write-plan',
		from: 'in-progress',
		fields: { reason: 'It was not enough' },
		prepare: (app, _scene, staged) =>
			app.db.write((tx) =>
				tx.update(action).set({ state: 'dropped' }).where(eq(action.key, staged.actionKey))
			),
		verb: 'reopen'
	},
	{
		id: `${PLAN}/[action]/[verb]`,
		action: 'default',
		needs: 'drop-action',
		from: 'in-progress',
		fields: { reason: 'Another step takes its place' },
		verb: 'drop'
	}
];
