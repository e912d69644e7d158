import { randomUUID } from 'node:crypto';
import { parseViewEnd, parseViewName } from '#lib/forms/saved-view.ts';
import { readViews } from '#lib/server/reads/saved-views.ts';
import { endView, renameView } from '#lib/server/services/saved-views.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../acting.ts';
import { formAction, orErrorPage } from '../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const change = url.searchParams.get('change') || undefined;
	return {
		...(await orErrorPage(() => readViews(locals.app, acting(locals), change))),
		submissionKey: randomUUID(),
		origin: locals.app.origin
	};
};

export const actions: Actions = {
	rename: formAction({
		parse: parseViewName,
		carryOut: ({ locals }, { view, ...command }) =>
			renameView(locals.app, acting(locals), view, command),
		goTo: () => paths.views(),
		banner: () => 'view-renamed'
	}),
	end: formAction({
		parse: parseViewEnd,
		carryOut: ({ locals }, { view, ...command }) =>
			endView(locals.app, acting(locals), view, command),
		goTo: () => paths.views(),
		banner: () => 'view-ended'
	})
};
