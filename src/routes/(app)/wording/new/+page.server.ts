import { randomUUID } from 'node:crypto';
import { londonDay } from '#lib/domain/plain-date.ts';
import { readWordingForm } from '#lib/server/reads/wording-loads.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadAction } from './load-wording.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	...(await orErrorPage(() =>
		readWordingForm(locals.app, acting(locals), url.searchParams.get('inspection'))
	)),
	today: londonDay(locals.app.clock.now()),
	submissionKey: randomUUID()
});

export const actions: Actions = { default: loadAction };
