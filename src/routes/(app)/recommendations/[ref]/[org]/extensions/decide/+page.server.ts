import { randomUUID } from 'node:crypto';
import { parseExtensionDecision } from '#lib/forms/extension.ts';
import { readExtensionForm } from '#lib/server/reads/extension.ts';
import { decideExtension } from '#lib/server/services/extensions.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readExtensionForm(event.locals.app, acting(event.locals), nameOf(event), 'decide-extension')
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseExtensionDecision,
		carryOut: (event, command) =>
			decideExtension(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: ({ answer }) => `extension-${answer}` as const
	})
};
