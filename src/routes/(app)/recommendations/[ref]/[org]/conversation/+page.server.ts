import { readPage } from '#lib/forms/assignment-filter.ts';
import { readId } from '#lib/forms/fields.ts';
import { readConversation } from '#lib/server/reads/conversation.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orErrorPage(() => {
		const { searchParams } = event.url;
		return readConversation(event.locals.app, acting(event.locals), nameOf(event), {
			page: readPage(searchParams),
			comment: readId(searchParams.get('comment')) ?? undefined
		});
	});
