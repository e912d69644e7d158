import { randomUUID } from 'node:crypto';
import { parseClosing } from '#lib/forms/reporting.ts';
import { readPeriodToClose } from '#lib/server/reads/reporting-period.ts';
import { closeReportingPeriod } from '#lib/server/services/reporting-periods.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import { periodIdOf } from '../../period-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await orErrorPage(() => readPeriodToClose(locals.app, acting(locals), periodIdOf(params)))),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseClosing,
		carryOut: ({ locals, params }, command) =>
			closeReportingPeriod(locals.app, acting(locals), periodIdOf(params), command),
		goTo: ({ params }) => paths.period(periodIdOf(params)),
		banner: () => 'period-closed'
	})
};
