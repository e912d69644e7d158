import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { withPassword } from '../../../../tests/support/doors.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { ATTEMPTS_MAX } from '../db/queries/outbox.ts';
import { outbox } from '../db/schema/service.ts';
import { askForReset } from '../services/password-link.ts';
import { listMessages } from './outbox.ts';

test('messages are read in full only where no mail is sent', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	const { email } = await withPassword(app, await aPerson(app, 'inspector'));
	await askForReset(app, email, '192.0.2.1');
	const mailbox = await listMessages(app, administrator, { isMailbox: true, page: 1 });
	expect(mailbox.rows[0]?.body).toContain('/reset/');
	const sent = await listMessages(app, administrator, { isMailbox: false, page: 1 });
	expect(sent.rows).toMatchObject([{ to: email, body: null, sentAt: null, isGivenUp: false }]);
	expect(JSON.stringify(sent)).not.toContain('/reset/');
});

test('a message that failed too often says that it is no longer tried', async () => {
	const app = openTestApp();
	const administrator = await aPerson(app, 'administrator');
	await app.db.write((tx) =>
		tx.insert(outbox).values([
			{ to: 'a@x.test', subject: 'A', body: '', at: 1, attempts: ATTEMPTS_MAX },
			{ to: 'b@x.test', subject: 'B', body: '', at: 1, attempts: ATTEMPTS_MAX - 1 },
			{ to: 'c@x.test', subject: 'C', body: '', at: 1, attempts: ATTEMPTS_MAX, sentAt: 2 }
		])
	);
	const { rows } = await listMessages(app, administrator, { isMailbox: false, page: 7 });
	expect(rows.map(({ subject, isGivenUp }) => [subject, isGivenUp])).toEqual([
		['C', false],
		['B', false],
		['A', true]
	]);
});
