import { randomUUID } from 'node:crypto';
import { parseRhythm } from '#lib/forms/reporting.ts';
import { readReportingForm } from '#lib/server/reads/reporting-form.ts';
import { setRhythm } from '#lib/server/services/reporting-rhythm.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const code = url.searchParams.get('inspection') || undefined;
	return {
		...(await orErrorPage(() => readReportingForm(locals.app, acting(locals), code))),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parseRhythm,
		carryOut: ({ locals }, { inspection, ...command }) =>
			setRhythm(locals.app, acting(locals), inspection, command),
		goTo: (_event, { inspection }) => paths.periods(inspection),
		banner: () => 'rhythm-set'
	})
};
