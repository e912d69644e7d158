import { randomUUID } from 'node:crypto';
import { parsePackStep } from '#lib/forms/board-pack.ts';
import { readDraftPack } from '#lib/server/reads/board-packs.ts';
import { dropPack } from '#lib/server/services/board-packs.ts';
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
			dropPack(locals.app, acting(locals), params.key ?? '', command),
		goTo: () => paths.boardPacks(),
		banner: () => 'pack-dropped'
	})
};
