import { randomUUID } from 'node:crypto';
import { parseReview } from '#lib/forms/review.ts';
import { readReview } from '#lib/server/reads/review.ts';
import { decideClaim } from '#lib/server/services/reviews.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../assignment-form.ts';
import { linkToRequest } from '../../../../../exemption-first.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readReview(event.locals.app, acting(event.locals), nameOf(event), 'confirm')
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseReview,
		carryOut: (event, command) =>
			decideClaim(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		explain: linkToRequest,
		banner: () => 'claim-reviewed'
	})
};
