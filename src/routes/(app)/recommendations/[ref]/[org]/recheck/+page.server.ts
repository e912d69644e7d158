import { randomUUID } from 'node:crypto';
import { isRecheckField, parseRecheck } from '#lib/forms/after-closure.ts';
import { readRecheckForm } from '#lib/server/reads/rechecks.ts';
import { recordRecheck } from '#lib/server/services/rechecks.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../assignment-form.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const RECORDED = { sustained: 'recheck-sustained', reopened: 'recheck-reopened' } as const;

const draft = assignmentDraft('recheck', 'recheck', isRecheckField, paths.recheck);

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readRecheckForm(event.locals.app, acting(event.locals), nameOf(event))
	)),
	draft: await loadDraft(event, draft),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	send: formAction({
		parse: parseRecheck,
		carryOut: (event, command) =>
			recordRecheck(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: ({ outcome }) => RECORDED[outcome]
	}),
	...draftActions(draft)
};
