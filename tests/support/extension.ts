import type { Actor } from '#lib/domain/actor.ts';
import { londonDay, plainDate } from '#lib/domain/plain-date.ts';
import type { Context } from '#lib/server/db/context.ts';
import { assignment, deadlineRevision, extensionRequest } from '#lib/server/db/schema/tables.ts';
import {
	askExtension,
	decideExtension,
	withdrawExtension
} from '#lib/server/services/extensions.ts';
import { setTarget } from '#lib/server/services/targets.ts';
import { eq } from 'drizzle-orm';
import type { Command } from './commands.ts';
import { dayFields } from './day-fields.ts';
import { draftForms } from './draft-forms.ts';
import type { Form } from './forms.ts';

// Requests for more time: as rows, as commands, and as forms.

export const DUE = plainDate('2026-06-30');

/** The first deadline of an assignment, as the inspectorate set it. */
export async function aDeadline(
	app: Context,
	{ id }: { readonly id: number },
	lastDay = DUE
): Promise<void> {
	const at = app.clock.now();
	await app.db.write(async (tx) => {
		await tx.insert(deadlineRevision).values({
			assignmentId: id,
			at,
			onDay: londonDay(at),
			kind: 'fixed-day',
			lastDay,
			rule: 'The day that the inspectorate set',
			setBy: 'inspectorate'
		});
		await tx
			.update(assignment)
			.set({ originalDueOn: lastDay, currentDueOn: lastDay })
			.where(eq(assignment.id, id));
	});
}

/** A deadline, and a request to move it from the end of June to the end of September that waits for its answer. */
export async function anExtensionRequest(
	app: Context,
	about: { readonly id: number },
	by: Actor
): Promise<void> {
	await aDeadline(app, about);
	await app.db.write((tx) =>
		tx.insert(extensionRequest).values({
			assignmentId: about.id,
			actorId: by.personId,
			at: app.clock.now(),
			onDay: londonDay(app.clock.now()),
			currentDueOn: DUE,
			askedDueOn: plainDate('2026-09-30'),
			reasonCode: 'procurement',
			reason: 'The system is delivered late'
		})
	);
}

const asked: NonNullable<Command['prepare']> = ({ app, scene, staged }) =>
	anExtensionRequest(app, staged, scene.claimant);

export const EXTENSION_COMMANDS: readonly Command[] = [
	{
		name: 'ask for more time',
		action: 'ask-extension',
		from: 'returned',
		form: 'stamp',
		fields: [['reason', 'extension_request', 'reason']],
		prepare: ({ app, staged }) => aDeadline(app, staged),
		run: ({ app, actor, staged, form, typed }) =>
			askExtension(app, actor, staged, {
				...form,
				askedDueOn: plainDate('2026-09-30'),
				reasonCode: 'procurement',
				reason: typed('reason')
			})
	},
	...(['grant', 'grant-other', 'refuse'] as const).map((answer): Command => ({
		name: `${answer} more time`,
		action: 'decide-extension',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['reason', 'extension_decision', 'reason'],
			...(answer === 'refuse' ? [] : ([['reason', 'deadline_revision', 'reason']] as const))
		],
		prepare: asked,
		run: ({ app, actor, staged, form, typed }) =>
			decideExtension(app, actor, staged, {
				...form,
				answer,
				grantedDueOn: plainDate('2026-07-31'),
				reason: typed('reason')
			})
	})),
	{
		name: 'withdraw a request for more time',
		action: 'ask-extension',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'extension_withdrawal', 'reason']],
		prepare: asked,
		run: ({ app, actor, staged, form, typed }) =>
			withdrawExtension(app, actor, staged, { ...form, reason: typed('reason') })
	},
	{
		name: 'set a target',
		action: 'set-target',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'target_change', 'reason']],
		run: ({ app, actor, staged, form, typed }) =>
			setTarget(app, actor, staged, {
				...form,
				targetOn: plainDate('2026-05-31'),
				reason: typed('reason')
			})
	}
];

const EXTENSIONS = '/(app)/recommendations/[ref]/[org]/extensions';

const toBeAnswered: NonNullable<Form['prepare']> = (app, scene, staged) =>
	anExtensionRequest(app, staged, scene.claimant);

const ASK: Omit<Form, 'action'> = {
	id: `${EXTENSIONS}/ask`,
	needs: 'ask-extension',
	from: 'in-progress',
	fields: {
		...dayFields('askedDueOn', 30, 9, 2026),
		reasonCode: 'procurement',
		reason: 'The system is delivered late'
	},
	prepare: (app, _scene, staged) => aDeadline(app, staged)
};

const DECIDE: Omit<Form, 'action'> = {
	id: `${EXTENSIONS}/decide`,
	needs: 'decide-extension',
	from: 'in-progress',
	fields: {
		answer: 'grant-other',
		...dayFields('grantedDueOn', 31, 7, 2026),
		reason: 'A month is enough'
	},
	prepare: toBeAnswered
};

export const EXTENSION_FORMS: readonly Form[] = [
	{ ...ASK, action: 'send' },
	...draftForms(ASK, 'extension', ['answer']),
	{ ...DECIDE, action: 'send' },
	...draftForms(DECIDE, 'extension-decision', ['reasonCode']),
	{
		id: `${EXTENSIONS}/withdraw`,
		action: 'default',
		needs: 'ask-extension',
		from: 'in-progress',
		fields: { reason: 'We are done sooner' },
		prepare: toBeAnswered
	},
	{
		id: '/(app)/recommendations/[ref]/[org]/target',
		action: 'default',
		needs: 'set-target',
		from: 'in-progress',
		fields: { ...dayFields('targetOn', 31, 5, 2026), reason: 'The trainers come in May' }
	}
];
