import { readPeopleFilter } from '#lib/forms/people.ts';
import { listPeople } from '#lib/server/reads/people.ts';
import { listOrganisationChoices } from '#lib/server/reads/person.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const filter = readPeopleFilter(url.searchParams);
		const list = await listPeople(locals.app, acting(locals), filter);
		return { filter, list, organisations: await listOrganisationChoices(locals.app) };
	});
