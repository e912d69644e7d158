import { readPageNumber } from '#lib/forms/people.ts';
import { listMessages } from '#lib/server/reads/outbox.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(async () => {
		const isMailbox = locals.app.config.smtpUrl === undefined;
		const page = readPageNumber(url.searchParams);
		const list = await listMessages(locals.app, acting(locals), { isMailbox, page });
		return { isMailbox, list };
	});
