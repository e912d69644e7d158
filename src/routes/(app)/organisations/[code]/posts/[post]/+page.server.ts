import { readPostQuery } from '#lib/forms/post.ts';
import { readPost } from '#lib/server/reads/post.ts';
import { acting } from '../../../../../acting.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import { postNameOf } from '../../../../../post-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const query = readPostQuery(url.searchParams);
	return orErrorPage(() => readPost(locals.app, acting(locals), postNameOf({ params }), query));
};
