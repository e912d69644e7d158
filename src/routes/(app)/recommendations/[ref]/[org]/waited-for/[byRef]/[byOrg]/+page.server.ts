import { randomUUID } from 'node:crypto';
import { parseAnswerToWaiting } from '#lib/forms/waiting.ts';
import { readWaitForm } from '#lib/server/reads/waited-for.ts';
import { answerWaiting } from '#lib/server/services/waiting-answers.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../../../acting.ts';
import { nameOf } from '../../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const ANSWERED = { acknowledged: 'wait-acknowledged', disputed: 'wait-disputed' } as const;

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readWaitForm(event.locals.app, acting(event.locals), nameOf(event), waitingOne(event))
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseAnswerToWaiting,
		carryOut: (event, command) =>
			answerWaiting(event.locals.app, acting(event.locals), nameOf(event), {
				...command,
				by: waitingOne(event)
			}),
		goTo: (event) => {
			const { reference, organisation } = nameOf(event);
			return paths.waitedFor(reference, organisation);
		},
		banner: ({ answer }) => ANSWERED[answer]
	})
};

/** The assignment that waits. */
function waitingOne({ params }: Pick<RequestEvent, 'params'>) {
	return { reference: params['byRef'] ?? '', organisation: params['byOrg'] ?? '' };
}
