import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { exemptionRequest } from '#lib/server/db/schema/tables.ts';
import {
	askExemption,
	decideExemption,
	withdrawExemption
} from '#lib/server/services/exemptions.ts';
import type { Command } from './commands.ts';
import type { Form } from './forms.ts';
import { draftForms } from './draft-forms.ts';

// Requests to be not applicable: as rows, as commands, and as forms.

/** A request that waits for its answer. */
export async function anExemptionRequest(
	app: Context,
	about: { readonly id: number },
	by: Actor
): Promise<void> {
	await app.db.write((tx) =>
		tx.insert(exemptionRequest).values({
			assignmentId: about.id,
			actorId: by.personId,
			at: app.clock.now(),
			onDay: londonDay(app.clock.now()),
			reason: 'Another unit does this for us'
		})
	);
}

const asked: NonNullable<Command['prepare']> = ({ app, scene, staged }) =>
	anExemptionRequest(app, staged, scene.claimant);

export const EXEMPTION_COMMANDS: readonly Command[] = [
	{
		name: 'ask to be not applicable',
		action: 'ask-exemption',
		from: 'returned',
		form: 'stamp',
		fields: [['reason', 'exemption_request', 'reason']],
		run: ({ app, actor, staged, form, typed }) =>
			askExemption(app, actor, staged, { ...form, reason: typed('reason') })
	},
	...(['agree', 'refuse'] as const).map((answer): Command => ({
		name: `${answer} that it is not applicable`,
		action: 'decide-exemption',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['reason', 'exemption_decision', 'reason'],
			...(answer === 'agree' ? ([['reason', 'status_change', 'reason']] as const) : [])
		],
		prepare: asked,
		run: ({ app, actor, staged, form, typed }) =>
			decideExemption(app, actor, staged, { ...form, answer, reason: typed('reason') })
	})),
	{
		name: 'withdraw a request',
		action: 'ask-exemption',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'exemption_withdrawal', 'reason']],
		prepare: asked,
		run: ({ app, actor, staged, form, typed }) =>
			withdrawExemption(app, actor, staged, { ...form, reason: typed('reason') })
	}
];

const EXEMPTION = '/(app)/recommendations/[ref]/[org]/exemption';

const ASK: Omit<Form, 'action'> = {
	id: `${EXEMPTION}/ask`,
	needs: 'ask-exemption',
	from: 'in-progress',
	fields: { reason: 'Another unit does this for us' }
};

const DECIDE: Omit<Form, 'action'> = {
	id: `${EXEMPTION}/decide`,
	needs: 'decide-exemption',
	from: 'in-progress',
	fields: { answer: 'agree', reason: 'It has no such function' }
};

const toBeAnswered: NonNullable<Form['prepare']> = (app, scene, staged) =>
	anExemptionRequest(app, staged, scene.claimant);

export const EXEMPTION_FORMS: readonly Form[] = [
	{ ...ASK, action: 'send' },
	...draftForms(ASK, 'exemption', ['answer']),
	{ ...DECIDE, action: 'send', prepare: toBeAnswered },
	...draftForms(DECIDE, 'exemption-decision'),
	{
		...ASK,
		id: `${EXEMPTION}/withdraw`,
		action: 'default',
		fields: { reason: 'We have found that we do it too' },
		prepare: toBeAnswered
	}
];
