import { readAdministration } from '#lib/server/reads/administration.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orErrorPage(() => readAdministration(locals.app, acting(locals)));
