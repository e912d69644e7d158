import { randomUUID } from 'node:crypto';
import { VIEW_PAGES } from '#lib/domain/saved-view.ts';
import { canonicalQuery, parseView } from '#lib/forms/saved-view.ts';
import { readViews } from '#lib/server/reads/saved-views.ts';
import { replaceView, saveView } from '#lib/server/services/saved-views.ts';
import { paths } from '#lib/wording/paths.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import { formAction } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = acting(locals);
	const page = VIEW_PAGES.find((one) => one === url.searchParams.get('page'));
	const query = page && canonicalQuery(page, url.searchParams.get('query') ?? '');
	if (page === undefined || typeof query !== 'string') error(404, 'Page not found');
	const { views } = await readViews(locals.app, actor);
	return {
		...{ page, query },
		own: views.filter((view) => view.page === page),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parseView,
		carryOut: async ({ locals }, { replaces, ...command }) => {
			const actor = acting(locals);
			if (replaces === '') await saveView(locals.app, actor, command);
			else await replaceView(locals.app, actor, replaces, command);
		},
		goTo: () => paths.views(),
		banner: () => 'view-saved'
	})
};
