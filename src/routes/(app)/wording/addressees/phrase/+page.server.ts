import { randomUUID } from 'node:crypto';
import { normalPhrase, PHRASE_MAX } from '#lib/domain/addressee-phrase.ts';
import { parseAddresseePhrase } from '#lib/forms/wording-load.ts';
import { readAddresseePhrase } from '#lib/server/reads/wording-loads.ts';
import { setAddresseePhrase } from '#lib/server/services/addressee-phrases.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = normalPhrase((url.searchParams.get('phrase') ?? '').slice(0, PHRASE_MAX));
	return {
		about: await orErrorPage(() => readAddresseePhrase(locals.app, acting(locals), asked)),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parseAddresseePhrase,
		carryOut: ({ locals }, command) => setAddresseePhrase(locals.app, acting(locals), command),
		goTo: () => paths.addresseePhrases(),
		banner: () => 'phrase-set'
	})
};
