import { randomUUID } from 'node:crypto';
import { readId } from '#lib/forms/fields.ts';
import { parseItemCorrection } from '#lib/forms/wording-load.ts';
import { readWordingItem } from '#lib/server/reads/wording-loads.ts';
import { correctItem } from '#lib/server/services/wording-loads.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await orErrorPage(() =>
		readWordingItem(locals.app, acting(locals), params.key, readId(params.position) ?? 0)
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseItemCorrection,
		carryOut: ({ locals, params }, command) =>
			correctItem(
				...([locals.app, acting(locals), params.key ?? ''] as const),
				...([readId(params.position ?? '') ?? 0, command] as const)
			),
		goTo: ({ params }) => `${paths.wordingLoad(params.key ?? '')}#item-${params.position}`,
		banner: () => 'wording-corrected'
	})
};
