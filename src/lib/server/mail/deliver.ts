import type { Logger } from 'pino';
import type { Context } from '../db/context.ts';
import { dueMessages, markFailed, markSent, type OwedMessage } from '../db/queries/outbox.ts';

export interface MailContext extends Context {
	readonly log: Logger;
	readonly config: { readonly smtpUrl: string | undefined; readonly mailFrom: string };
}

export interface Delivery {
	readonly sent: number;
	readonly failed: number;
}

const BATCH = 50;
const SECOND = 1000;

/**
 * Sends what is owed, one after the other; nothing where no SMTP is configured. A message that fails stays
 * owed. A message is marked after it was sent, so a stop in between sends it twice rather than never.
 * @param isOver asked before each: whether to leave the rest to the next run
 */
export async function deliverOutbox(
	context: MailContext,
	isOver: () => boolean = () => false
): Promise<Delivery> {
	const { smtpUrl } = context.config;
	const delivery = { sent: 0, failed: 0 };
	if (smtpUrl === undefined) return delivery;
	const due = await dueMessages(context.db.read, context.clock.now(), BATCH);
	if (due.length === 0) return delivery;
	const transport = await openTransport(smtpUrl);
	try {
		for (const message of due) {
			if (isOver()) break;
			const problem = await send(context, transport, message);
			delivery[problem === null ? 'sent' : 'failed'] += 1;
			// A server that does not answer would cost each message its own time-out.
			if (problem !== null && !/ \d{3}$/.test(problem)) break;
		}
	} finally {
		transport.close();
	}
	return delivery;
}

async function openTransport(url: string) {
	// Brought in with the first message: a service that sends none does not carry it.
	const { createTransport } = await import('nodemailer');
	return createTransport({
		url,
		pool: true,
		maxConnections: 1,
		connectionTimeout: 10 * SECOND,
		greetingTimeout: 10 * SECOND,
		socketTimeout: 30 * SECOND,
		// Bodies are our own plain text: nothing in them may make the library fetch anything.
		disableFileAccess: true,
		disableUrlAccess: true
	});
}

/** @returns null, or what went wrong: a code, and the server's three digits where it gave an answer */
async function send(
	{ db, clock, log, config }: MailContext,
	transport: Awaited<ReturnType<typeof openTransport>>,
	{ id, to, subject, body }: OwedMessage
): Promise<string | null> {
	try {
		// The address as a part of its own is never read as a list of addresses.
		const address = { name: '', address: to };
		await transport.sendMail({ from: config.mailFrom, to: address, subject, text: body });
	} catch (thrown) {
		const problem = problemOf(thrown);
		log.warn({ outboxId: id, problem }, 'mail was not sent');
		await db.write((tx) => markFailed(tx, id, problem));
		return problem;
	}
	await db.write((tx) => markSent(tx, id, withoutSecrets(body), clock.now()));
	return null;
}

/** Never the message of the error: servers repeat addresses and subjects in it. */
function problemOf(thrown: unknown): string {
	const { code, responseCode } = (thrown ?? {}) as { code?: unknown; responseCode?: unknown };
	const name = typeof code === 'string' ? code : 'EUNKNOWN';
	return typeof responseCode === 'number' ? `${name} ${responseCode}` : name;
}

/** Once a one-time link has left for its reader, nobody else should find it here. */
function withoutSecrets(body: string): string {
	return body.replace(/(\/(?:invitation|reset)\/)[\w-]+/g, '$1…');
}
