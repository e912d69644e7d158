import { plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import {
	claimWaitingMail,
	confirmedMail,
	invitationMail,
	passwordChangedMail,
	passwordResetMail,
	quarantinedMail,
	returnedMail,
	type AssignmentMailFacts
} from './mail.ts';

const FACTS: AssignmentMailFacts = {
	reference: 'OIC-7',
	title: 'Share intelligence',
	organisation: 'Kent Police',
	actorName: 'Alex Doe',
	onDay: plainDate('2026-06-04'),
	link: 'https://tracker.test/recommendations/OIC-7/KENT'
};
const LINK = {
	name: 'Sam Roe',
	link: 'https://tracker.test/invitation/s3cret',
	expiresAt: Date.parse('2026-06-11T13:05:00Z')
};

test('a claim that waits is told to the inspectors', () => {
	expect(claimWaitingMail(FACTS)).toEqual({
		subject: 'OIC-7 reported complete: Kent Police',
		text: `OIC-7: Share intelligence
Kent Police

On 4 June 2026 Alex Doe reported this complete. It needs a decision.

Open it in the service:
https://tracker.test/recommendations/OIC-7/KENT

Recommendations tracker
This message is OFFICIAL. Nobody reads replies to it.
`
	});
});

test('a decision is told to the leads, and its reasons stay in the service', () => {
	expect(confirmedMail(FACTS).subject).toBe('OIC-7 confirmed: Kent Police');
	expect(confirmedMail(FACTS).text).toContain('Alex Doe confirmed that this is complete.');
	expect(returnedMail(FACTS).subject).toBe('OIC-7 returned: Kent Police');
	expect(returnedMail(FACTS).text).toContain('Sign in to read the reasons.');
});

test('a quarantined file is told without its name or what was found', () => {
	const { subject, text } = quarantinedMail(FACTS);
	expect(subject).toBe('OIC-7 file quarantined: Kent Police');
	expect(text).toContain(
		'On 4 June 2026 the malware scanner found something in a file of evidence. Nobody can open the file any more.'
	);
	expect(text).toContain('https://tracker.test/recommendations/OIC-7/KENT');
});

test('an invitation says who invites, and until when the link works', () => {
	const { subject, text } = invitationMail({ ...LINK, invitedBy: 'Alex Doe' });
	expect(subject).toBe('You are invited to the Recommendations tracker');
	expect(text).toContain('Dear Sam Roe');
	expect(text).toContain('Alex Doe has invited you');
	expect(text).toContain('\nhttps://tracker.test/invitation/s3cret\n');
	expect(text).toContain('until 11 June 2026 at 14:05.');
});

test('a password link does not say more than it must', () => {
	const { subject, text } = passwordResetMail(LINK);
	expect(subject).toBe('Reset your password for the Recommendations tracker');
	expect(text).toContain('\nhttps://tracker.test/invitation/s3cret\n');
	expect(subject).not.toContain('s3cret');
});

test('a changed password is told to whoever signs in with it', () => {
	const at = Date.parse('2026-06-04T13:05:00Z');
	expect(passwordChangedMail({ name: 'Sam Roe', at }).text).toContain(
		'Your password was changed on 4 June 2026 at 14:05.'
	);
});

describe('hostile names and titles', () => {
	const evil = 'Kent\r\nBcc: all@evil.example\r\n\r\n\u202E<b>Send your password</b>';
	const mails = [claimWaitingMail, confirmedMail, returnedMail].map((words) =>
		words({ ...FACTS, organisation: evil, title: evil, actorName: evil, reference: evil })
	);

	test('make no header of their own', () => {
		for (const { subject } of mails) expect(subject).not.toMatch(/[\r\n\u202e]/);
	});
	test('make no line of their own in the text', () => {
		for (const { text } of mails) {
			expect(text).not.toMatch(/^(Bcc|.?<b>)/m);
			expect(text).not.toMatch(/[\r\u202e]/);
			expect(text.split('\n')).toHaveLength(claimWaitingMail(FACTS).text.split('\n').length);
		}
		const invitation = invitationMail({ ...LINK, name: evil, invitedBy: evil });
		expect(invitation.text).not.toMatch(/^Bcc/m);
	});
});
