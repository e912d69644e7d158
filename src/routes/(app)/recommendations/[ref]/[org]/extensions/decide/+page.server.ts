import { randomUUID } from 'node:crypto';
import { isExtensionField, parseExtensionDecision } from '#lib/forms/extension.ts';
import { readExtensionForm } from '#lib/server/reads/extension.ts';
import { decideExtension } from '#lib/server/services/extensions.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const draft = assignmentDraft(
	'extension-decision',
	'decide-extension',
	isExtensionField,
	paths.decideExtension
);

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readExtensionForm(event.locals.app, acting(event.locals), nameOf(event), 'decide-extension')
	)),
	draft: await loadDraft(event, draft),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	send: formAction({
		parse: parseExtensionDecision,
		carryOut: (event, command) =>
			decideExtension(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: ({ answer }) => `extension-${answer}` as const
	}),
	...draftActions(draft)
};
