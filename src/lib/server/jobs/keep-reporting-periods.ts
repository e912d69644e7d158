import { plural } from '#lib/wording/counts.ts';
import { isReportingDue, keepReportingPeriods } from '../services/reporting-periods.ts';
import type { Job } from './job.ts';

export const keepPeriods: Job = {
	name: 'reporting-periods',
	summary: 'Closes reporting periods that have ended, and opens those that the rhythm has due',
	// Asked every hour, claimed once a day: where the machine is off at night it happens later.
	pattern: '7 3-23 * * *',
	every: 'day',
	isNeeded: isReportingDue,
	async run(context) {
		const { opened, closed } = await keepReportingPeriods(context);
		return `${plural(opened, 'reporting period')} opened, ${closed} closed`;
	}
};
