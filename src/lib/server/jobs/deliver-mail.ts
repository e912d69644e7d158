import { Cron } from 'croner';
import { deliverOutbox, type MailContext } from '../mail/deliver.ts';

/**
 * Sends what is owed, each minute, never two runs at once; nothing where no SMTP is configured.
 * @returns what stops it
 */
export function scheduleMail(context: MailContext, onError: (thrown: unknown) => void): () => void {
	if (context.config.smtpUrl === undefined) return () => undefined;
	const job = new Cron('* * * * *', { protect: true, unref: true, catch: onError }, async () => {
		await deliverOutbox(context);
	});
	return () => job.stop();
}
