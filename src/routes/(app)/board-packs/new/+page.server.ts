import { randomUUID } from 'node:crypto';
import { parsePackPreparation } from '#lib/forms/board-pack.ts';
import { readPackForm } from '#lib/server/reads/board-packs.ts';
import { preparePack } from '#lib/server/services/board-packs.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = (name: string) => url.searchParams.get(name) || undefined;
	const { app } = locals;
	return {
		pack: await orErrorPage(() =>
			readPackForm(app, acting(locals), asked('organisation'), asked('inspection'))
		),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parsePackPreparation,
		carryOut: ({ locals }, command) => preparePack(locals.app, acting(locals), command),
		goTo: (_event, _command, key) =>
			key === undefined ? paths.boardPacks() : paths.boardPack(key),
		banner: () => 'pack-prepared'
	})
};
