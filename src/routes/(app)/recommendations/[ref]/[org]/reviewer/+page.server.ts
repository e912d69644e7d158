import { randomUUID } from 'node:crypto';
import { parseReviewer } from '#lib/forms/reviewer.ts';
import { readReviewerForm } from '#lib/server/reads/reviewer.ts';
import { setReviewer } from '#lib/server/services/reviewers.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readReviewerForm(event.locals.app, acting(event.locals), nameOf(event))
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseReviewer,
		carryOut: (event, command) =>
			setReviewer(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: ({ reviewerId }, { locals }) =>
			reviewerId === null
				? 'review-put-back'
				: reviewerId === locals.actor?.personId
					? 'review-taken'
					: 'review-handed-over'
	})
};
