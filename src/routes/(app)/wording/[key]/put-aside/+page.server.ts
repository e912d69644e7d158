import { randomUUID } from 'node:crypto';
import { parsePutAside } from '#lib/forms/wording-load.ts';
import { readWordingLoad } from '#lib/server/reads/wording-loads.ts';
import { putAside } from '#lib/server/services/wording-loads.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { key, inspectionCode, version, source } = await orErrorPage(() =>
		readWordingLoad(locals.app, acting(locals), params.key)
	);
	return { wording: { key, inspectionCode, version, source }, submissionKey: randomUUID() };
};

export const actions: Actions = {
	default: formAction({
		parse: parsePutAside,
		carryOut: ({ locals, params }, command) =>
			putAside(locals.app, acting(locals), params.key ?? '', command),
		goTo: ({ params }) => paths.wordingLoad(params.key ?? ''),
		banner: () => 'wording-put-aside'
	})
};
