import { eq } from 'drizzle-orm';
import pino from 'pino';
import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { mailOf, withPassword } from '../../../../tests/support/doors.ts';
import { anSmtpServer } from '../../../../tests/support/smtp-server.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { ATTEMPTS_MAX } from '../db/queries/outbox.ts';
import { outbox } from '../db/schema/service.ts';
import { askForReset } from '../services/password-link.ts';
import { deliverOutbox } from './deliver.ts';
import { enqueue } from './enqueue.ts';

const MINUTE = 60_000;

test('what is owed is sent once, as plain text, and its one-time link is kept no longer', async () => {
	const smtp = await anSmtpServer();
	const app = openTestApp({ SMTP_URL: smtp.url, MAIL_FROM: 'tracker@tracker.test' });
	const actor = await withPassword(app, await aPerson(app));
	await askForReset(app, actor.email, '192.0.2.1');
	expect(await deliverOutbox(app)).toEqual({ sent: 1, failed: 0 });
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 0 });
	expect(smtp.received.map(({ to }) => to)).toEqual([[actor.email]]);
	const { text } = smtp.received[0]!;
	expect(text).toContain('From: tracker@tracker.test');
	expect(text).toContain('Content-Type: text/plain');
	expect(text.replace(/=\r\n/g, '')).toMatch(/https:\/\/tracker\.test\/reset\/[\w-]{43}/);
	const [kept] = await mailOf(app);
	expect(kept?.body).toContain('https://tracker.test/reset/…\n');
	expect(kept?.sentAt).toBe(app.clock.now());
});

test('a refused address stays owed, waits longer each time, and does not hold up the others', async () => {
	const smtp = await anSmtpServer();
	const lines: string[] = [];
	const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
	const app = { ...openTestApp({ SMTP_URL: smtp.url }), log };
	smtp.refuses.set('gone@x.test', '550 gone@x.test does not exist');
	await owe(app, 'gone@x.test', 'here@x.test');
	const start = app.clock.now();
	expect(await deliverOutbox(app)).toEqual({ sent: 1, failed: 1 });
	expect(await gone(app)).toMatchObject({ attempts: 1, lastError: 'EENVELOPE 550', sentAt: null });
	expect(lines.join('')).toContain('EENVELOPE 550');
	expect(lines.join('')).not.toMatch(/x\.test|Subject line|Body text/);
	app.goTo(start + MINUTE - 1);
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 0 });
	app.goTo(start + MINUTE);
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 1 });
	app.goTo(start + 3 * MINUTE - 1);
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 0 });
	smtp.refuses.clear();
	app.goTo(start + 3 * MINUTE);
	expect(await deliverOutbox(app)).toEqual({ sent: 1, failed: 0 });
	expect(await gone(app)).toMatchObject({ attempts: 2, lastError: null });
});

test('a server that does not answer is tried once a run, and in the end no more', async () => {
	const smtp = await anSmtpServer();
	smtp.close();
	const app = openTestApp({ SMTP_URL: smtp.url });
	await owe(app, 'gone@x.test', 'here@x.test');
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 1 });
	await app.db.write((tx) => tx.update(outbox).set({ attempts: ATTEMPTS_MAX }));
	app.goTo('2027-03-02');
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 0 });
});

test('an address that looks like several goes to no second reader', async () => {
	const smtp = await anSmtpServer();
	const app = openTestApp({ SMTP_URL: smtp.url });
	await owe(app, 'one@x.test, two@x.test');
	await deliverOutbox(app);
	expect(smtp.received.flatMap(({ to }) => to)).not.toContain('two@x.test');
});

test('without SMTP nothing is tried', async () => {
	const app = openTestApp();
	await owe(app, 'here@x.test');
	expect(await deliverOutbox(app)).toEqual({ sent: 0, failed: 0 });
	expect(await mailOf(app)).toMatchObject([{ attempts: 0, sentAt: null }]);
});

function owe(app: TestApp | Parameters<typeof deliverOutbox>[0], ...to: string[]) {
	const message = { subject: 'Subject line', text: 'Body text\n' };
	return app.db.write((tx) => enqueue(tx, to, message, app.clock.now()));
}

async function gone(app: Parameters<typeof deliverOutbox>[0]) {
	const rows = await app.db.read.select().from(outbox).where(eq(outbox.to, 'gone@x.test'));
	return rows[0];
}
