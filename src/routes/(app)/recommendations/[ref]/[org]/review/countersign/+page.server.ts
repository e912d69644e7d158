import { randomUUID } from 'node:crypto';
import { parseCountersigning } from '#lib/forms/review.ts';
import { readReview } from '#lib/server/reads/review.ts';
import { countersignReview } from '#lib/server/services/reviews.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { linkToRequest } from '../../../../../../exemption-first.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const ANSWERED = { agree: 'review-agreed', disagree: 'review-not-agreed' } as const;

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readReview(event.locals.app, acting(event.locals), nameOf(event), 'countersign')
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseCountersigning,
		carryOut: (event, command) =>
			countersignReview(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		explain: linkToRequest,
		banner: ({ answer }) => ANSWERED[answer]
	})
};
