import { listAllOrganisations } from '#lib/server/reads/organisation-settings.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	organisations: await orErrorPage(() => listAllOrganisations(locals.app, acting(locals)))
});
