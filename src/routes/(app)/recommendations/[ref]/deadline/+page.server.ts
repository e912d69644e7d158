import { randomUUID } from 'node:crypto';
import { deadlineFields, parseRecommendationDeadline } from '#lib/forms/deadline.ts';
import { typedOf } from '#lib/forms/parse.ts';
import { readRecommendationDeadline } from '#lib/server/reads/recommendation-deadline.ts';
import { setRecommendationDeadline } from '#lib/server/services/recommendation-deadlines.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was entered comes in the address, and is checked on the same page before it is recorded. */
export const load: PageServerLoad = async ({ locals, params, url }) => ({
	recommendation: await orErrorPage(() =>
		readRecommendationDeadline(locals.app, acting(locals), params.ref)
	),
	entered: deadlineFields(typedOf(url.searchParams)),
	isEditing: url.searchParams.has('edit'),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseRecommendationDeadline,
		carryOut: ({ locals, params }, command) =>
			setRecommendationDeadline(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendation(params.ref ?? ''),
		banner: () => 'recommendation-deadline-set'
	})
};
