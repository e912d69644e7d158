import { readExtensions } from '#lib/server/reads/extension.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { drawnOnce } from '../../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(() => readExtensions(event.locals.app, acting(event.locals), nameOf(event)));
