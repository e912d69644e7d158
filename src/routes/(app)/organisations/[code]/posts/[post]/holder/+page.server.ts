import { randomUUID } from 'node:crypto';
import { parseHolder } from '#lib/forms/post.ts';
import { readHolderForm } from '#lib/server/reads/post-form.ts';
import { changeHolder } from '#lib/server/services/post-holders.ts';
import { HOLDER_BANNERS } from '#lib/wording/posts.ts';
import { acting } from '../../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import { backToPost, postNameOf } from '../../../../../../post-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await orErrorPage(() => readHolderForm(locals.app, acting(locals), postNameOf({ params })))),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseHolder,
		carryOut: (event, command) =>
			changeHolder(event.locals.app, acting(event.locals), postNameOf(event), command),
		goTo: backToPost,
		banner: ({ successor }) => HOLDER_BANNERS[successor.kind]
	})
};
