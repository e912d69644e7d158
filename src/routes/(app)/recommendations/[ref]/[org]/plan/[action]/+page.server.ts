import { readAction } from '#lib/server/reads/action.ts';
import { acting } from '../../../../../../acting.ts';
import { actionNameOf } from '../../../../../../action-form.ts';
import { orErrorPage } from '../../../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	action: await orErrorPage(() =>
		readAction(event.locals.app, acting(event.locals), actionNameOf(event))
	)
});
