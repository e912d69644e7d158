import { randomUUID } from 'node:crypto';
import { parseExtensionRequest } from '#lib/forms/extension.ts';
import { readExtensionForm } from '#lib/server/reads/extension.ts';
import { askExtension } from '#lib/server/services/extensions.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readExtensionForm(event.locals.app, acting(event.locals), nameOf(event), 'ask-extension')
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseExtensionRequest,
		carryOut: (event, command) =>
			askExtension(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'extension-asked'
	})
};
