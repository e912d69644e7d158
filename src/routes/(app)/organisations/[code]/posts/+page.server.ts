import { readPosts } from '#lib/server/reads/posts.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(() => readPosts(locals.app, acting(locals), params.code));
