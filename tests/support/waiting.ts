import { WAITING_RESPONSES } from '#lib/domain/waiting.ts';
import { answerWaiting } from '#lib/server/services/waiting-answers.ts';
import { endWaiting, recordWaiting } from '#lib/server/services/waiting.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { aWait } from './assignment-facts.ts';
import type { Command } from './commands.ts';
import { lastRowOf } from './database.ts';
import { dayFields } from './day-fields.ts';
import type { Form } from './forms.ts';
import { stage } from './scene.ts';
import type { TestApp } from './test-app.ts';

// Waits for another body and what it answers: as commands, and as forms.

export const WAITING_COMMANDS: readonly Command[] = [
	{
		name: 'record a wait',
		action: 'record-waiting',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'waiting', 'reason']],
		run: ({ app, actor, staged, other, form, typed }) =>
			recordWaiting(app, actor, staged, {
				...form,
				onReference: other.reference,
				onOrganisation: other.organisation,
				reason: typed('reason'),
				reviewOn: plainDate('2026-06-01')
			})
	},
	{
		name: 'end a wait',
		action: 'record-waiting',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'waiting_end', 'reason']],
		prepare: ({ app, staged, other }) => aWait(app, staged, other),
		run: ({ app, actor, staged, form, typed }) =>
			endWaiting(app, actor, staged, { ...form, reason: typed('reason') })
	},
	...WAITING_RESPONSES.map((answer): Command => ({
		name: `answer a wait: ${answer}`,
		action: 'answer-waiting',
		from: 'in-progress',
		form: 'stamp',
		fields: [['reason', 'waiting_response', 'reason']],
		prepare: ({ app, staged, other }) => aWait(app, other, staged),
		run: ({ app, actor, staged, other, form, typed }) =>
			answerWaiting(app, actor, staged, {
				...form,
				by: other,
				waitingId: latestWait(app),
				answer,
				reason: typed('reason')
			})
	}))
];

const WAITING = '/(app)/recommendations/[ref]/[org]/waiting';

export const WAITING_FORMS: readonly Form[] = [
	{
		id: WAITING,
		action: 'begin',
		needs: 'record-waiting',
		from: 'in-progress',
		fields: {
			on: 'OIC-99/ESSEX',
			reason: 'Theirs comes first',
			...dayFields('reviewOn', 1, 6, 2026)
		}
	},
	{
		id: WAITING,
		action: 'end',
		needs: 'record-waiting',
		from: 'in-progress',
		fields: { reason: 'It came' },
		prepare: async (app, scene, staged) =>
			aWait(app, staged, await stage(app, scene, 'in-progress', 98, scene.essex))
	},
	{
		id: '/(app)/recommendations/[ref]/[org]/waited-for/[byRef]/[byOrg]',
		action: 'default',
		needs: 'answer-waiting',
		from: 'in-progress',
		fields: { answer: 'disputed', reason: 'Ours has been delivered' },
		prepare: async (app, scene, staged) =>
			aWait(app, await stage(app, scene, 'in-progress', 97, scene.essex), staged),
		make: async (app) => ({ waitingId: String(latestWait(app)) })
	}
];

export function latestWait(app: TestApp): number {
	return Number(lastRowOf(app, 'waiting').id);
}
