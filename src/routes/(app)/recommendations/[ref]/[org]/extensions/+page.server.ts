import { readExtensions } from '#lib/server/reads/extension.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orErrorPage(() => readExtensions(event.locals.app, acting(event.locals), nameOf(event)));
