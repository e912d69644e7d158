import { randomUUID } from 'node:crypto';
import { parseExemptionWithdrawal } from '#lib/forms/exemption.ts';
import { readExemptionForm } from '#lib/server/reads/exemption.ts';
import { withdrawExemption } from '#lib/server/services/exemptions.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readExemptionForm(event.locals.app, acting(event.locals), nameOf(event), 'ask-exemption')
	)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseExemptionWithdrawal,
		carryOut: (event, command) =>
			withdrawExemption(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'exemption-withdrawn'
	})
};
