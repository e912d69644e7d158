import { readSharedView } from '#lib/server/reads/saved-views.ts';
import { viewHref } from '#lib/wording/saved-views.ts';
import { redirect } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { RequestHandler } from './$types';

/** The link that a view is shared by: its page, which shows whoever opens it what they may see themselves. */
export const GET: RequestHandler = async ({ locals, params }) => {
	acting(locals);
	const { page, query } = await orErrorPage(() => readSharedView(locals.app, params.key));
	redirect(303, viewHref(page, query));
};
