import { randomUUID } from 'node:crypto';
import { parsePackStep } from '#lib/forms/board-pack.ts';
import { readDraftPack } from '#lib/server/reads/board-packs.ts';
import { issueBoardPack } from '#lib/server/exchange/board-pack.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await orErrorPage(() => readDraftPack(locals.app, acting(locals), params.key))),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parsePackStep,
		carryOut: ({ locals, params }, command) =>
			issueBoardPack(locals.app, acting(locals), params.key ?? '', command),
		goTo: ({ params }) => paths.boardPack(params.key ?? ''),
		banner: () => 'pack-issued'
	})
};
