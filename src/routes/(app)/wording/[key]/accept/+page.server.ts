import { randomUUID } from 'node:crypto';
import { parseAcceptance } from '#lib/forms/wording-load.ts';
import { readAcceptance } from '#lib/server/reads/wording-loads.ts';
import { acceptWording } from '#lib/server/services/wording-acceptance.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	wording: await orErrorPage(() => readAcceptance(locals.app, acting(locals), params.key)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseAcceptance,
		carryOut: ({ locals, params }, command) =>
			acceptWording(locals.app, acting(locals), params.key ?? '', command),
		goTo: ({ params }) => paths.wordingLoad(params.key ?? ''),
		banner: () => 'wording-accepted'
	})
};
