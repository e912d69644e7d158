import { readPostQuery } from '#lib/forms/post.ts';
import { readPost } from '#lib/server/reads/post.ts';
import { acting } from '../../../../../acting.ts';
import { postNameOf } from '../../../../../post-name.ts';
import { drawnOnce } from '../../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const query = readPostQuery(url.searchParams);
	return drawnOnce(() => readPost(locals.app, acting(locals), postNameOf({ params }), query));
};
