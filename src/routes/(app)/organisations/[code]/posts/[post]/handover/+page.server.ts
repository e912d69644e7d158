import { randomUUID } from 'node:crypto';
import { parseAcceptance } from '#lib/forms/post.ts';
import { readHandoverForm } from '#lib/server/reads/post-form.ts';
import { acceptHandover } from '#lib/server/services/handovers.ts';
import { acting } from '../../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import { backToPost, postNameOf } from '../../../../../../post-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await orErrorPage(() =>
		readHandoverForm(locals.app, acting(locals), postNameOf({ params }))
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseAcceptance,
		carryOut: (event, command) =>
			acceptHandover(event.locals.app, acting(event.locals), postNameOf(event), command),
		goTo: backToPost,
		banner: () => 'handover-accepted'
	})
};
