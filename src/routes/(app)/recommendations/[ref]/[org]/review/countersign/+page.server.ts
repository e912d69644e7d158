import { randomUUID } from 'node:crypto';
import { isReviewField, parseCountersigning } from '#lib/forms/review.ts';
import { readReview } from '#lib/server/reads/review.ts';
import { countersignReview } from '#lib/server/services/reviews.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { linkToRequest } from '../../../../../../exemption-first.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const ANSWERED = { agree: 'review-agreed', disagree: 'review-not-agreed' } as const;

const draft = assignmentDraft('countersigning', 'countersign', isReviewField, paths.countersign);

export const load: PageServerLoad = async (event) => {
	const { stored, ...review } = await orErrorPage(() =>
		readReview(event.locals.app, acting(event.locals), nameOf(event), 'countersign')
	);
	return {
		...review,
		draft: await loadDraft(event, draft, stored),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	send: formAction({
		parse: parseCountersigning,
		carryOut: (event, command) =>
			countersignReview(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		explain: linkToRequest,
		banner: ({ answer }) => ANSWERED[answer]
	}),
	...draftActions(draft)
};
