import { randomUUID } from 'node:crypto';
import { parseToken } from '#lib/forms/token.ts';
import { createToken } from '#lib/server/services/tokens.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ submissionKey: randomUUID() });

export const actions: Actions = {
	default: formAction({
		parse: parseToken,
		carryOut: ({ locals }, command) => createToken(locals.app, acting(locals), command),
		// Only its hash is stored, so that this answer is the one place where it can be read.
		answer: ({ locals }, { purpose, name }, token) => ({
			made: {
				name,
				purpose,
				secret: purpose === 'calendar' ? `${locals.app.origin}${paths.calendarFeed(token)}` : token
			}
		}),
		goTo: () => paths.tokens()
	})
};
