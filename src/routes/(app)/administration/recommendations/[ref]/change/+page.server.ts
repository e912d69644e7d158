import { randomUUID } from 'node:crypto';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseChangedRecommendation } from '#lib/forms/inspection.ts';
import { readRecommendationSettings } from '#lib/server/reads/administration.ts';
import { changeRecommendation } from '#lib/server/services/recommendations.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(async () => {
		mustBeAbleTo(acting(locals), 'manage-inspections');
		const settings = await readRecommendationSettings(locals.app, acting(locals), params.ref);
		return { settings, submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseChangedRecommendation,
		carryOut: ({ locals, params }, command) =>
			changeRecommendation(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendationSettings(params.ref ?? ''),
		banner: () => 'recommendation-changed'
	})
};
