import { plural } from '#lib/wording/counts.ts';
import { deliverOutbox } from '../mail/deliver.ts';
import { isMailDue } from '../reads/job-runs.ts';
import type { Job } from './job.ts';

export const deliverMail: Job = {
	name: 'deliver-mail',
	summary: 'Sends the mail that is owed, where SMTP is configured',
	pattern: '* * * * *',
	every: 'minute',
	isNeeded: async (context) => context.config.smtpUrl !== undefined && (await isMailDue(context)),
	async run(context, { isOver }) {
		if (context.config.smtpUrl === undefined)
			return 'No SMTP is configured: mail stays in the outbox';
		const { sent, failed } = await deliverOutbox(context, isOver);
		return `${plural(sent, 'message')} sent, ${failed} failed`;
	}
};
