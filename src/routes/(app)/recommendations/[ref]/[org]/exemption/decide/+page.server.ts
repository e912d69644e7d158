import { randomUUID } from 'node:crypto';
import { isExemptionField, parseExemptionDecision } from '#lib/forms/exemption.ts';
import { readExemptionForm } from '#lib/server/reads/exemption.ts';
import { decideExemption } from '#lib/server/services/exemptions.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const draft = assignmentDraft(
	'exemption-decision',
	'decide-exemption',
	isExemptionField,
	paths.decideExemption
);

const DECIDED = { agree: 'exemption-agreed', refuse: 'exemption-refused' } as const;

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readExemptionForm(event.locals.app, acting(event.locals), nameOf(event), 'decide-exemption')
	)),
	draft: await loadDraft(event, draft),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	send: formAction({
		parse: parseExemptionDecision,
		carryOut: (event, command) =>
			decideExemption(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: ({ answer }) => DECIDED[answer]
	}),
	...draftActions(draft)
};
