import { randomUUID } from 'node:crypto';
import { momentOf } from '#lib/domain/clock.ts';
import { parseOpening } from '#lib/forms/reporting.ts';
import { readReportingForm } from '#lib/server/reads/reporting-form.ts';
import { openReportingPeriod } from '#lib/server/services/reporting-periods.ts';
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
		parse: parseOpening,
		carryOut({ locals: { app, ...locals } }, { inspection, closesOn, submissionKey }) {
			const period = { opensOn: momentOf(app.clock).today, closesOn };
			const actor = acting({ app, ...locals });
			return openReportingPeriod(app, actor, inspection, period, { submissionKey });
		},
		goTo: (_event, { inspection }) => paths.periods(inspection),
		banner: () => 'period-opened'
	})
};
