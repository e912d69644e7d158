import { plural } from '#lib/wording/counts.ts';
import { forgetWhatExpired } from '../services/forgetting.ts';
import type { Job } from './job.ts';

export const forgetExpired: Job = {
	name: 'forget-expired',
	summary: 'Removes sessions, counted attempts, form keys and runs of jobs that have expired',
	// Asked every hour, claimed once a day: where the machine is off at night it happens later.
	pattern: '37 3-23 * * *',
	every: 'day',
	async run(context, { isOver }) {
		const { sessions, attempts, submissions, runs } = await forgetWhatExpired(context, isOver);
		return [
			plural(sessions, 'session'),
			plural(attempts, 'counted attempt'),
			plural(submissions, 'form key'),
			`${plural(runs, 'run')} of jobs removed`
		].join(', ');
	}
};
