import { randomUUID } from 'node:crypto';
import { readWorkbookBodies } from '#lib/server/reads/workbook-bodies.ts';
import { readWorkbookReturns } from '#lib/server/reads/workbook-return.ts';
import { acting } from '../../acting.ts';
import { bringAction } from './bring.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = acting(locals);
	return {
		...(await readWorkbookBodies(locals.app, actor)),
		returns: await readWorkbookReturns(locals.app, actor),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = { default: bringAction };
