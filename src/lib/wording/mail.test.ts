import { plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import { assignmentMail, deadlineMail } from './assignment-letters.ts';
import {
	invitationMail,
	officialWordingMail,
	passwordChangedMail,
	passwordResetMail,
	periodMail,
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
	expect(assignmentMail('report-complete', FACTS)).toEqual({
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
	expect(assignmentMail('confirm', FACTS).subject).toBe('OIC-7 confirmed: Kent Police');
	expect(assignmentMail('confirm', FACTS).text).toContain(
		'Alex Doe confirmed that this is complete.'
	);
	expect(assignmentMail('return', FACTS).subject).toBe('OIC-7 returned: Kent Police');
	expect(assignmentMail('return', FACTS).text).toContain('Sign in to read the reasons.');
});

test('a quarantined file is told without its name or what was found', () => {
	const facts = { ...FACTS, actorName: 'the malware scanner' };
	const { subject, text } = assignmentMail('quarantined', facts);
	expect(subject).toBe('OIC-7 file quarantined: Kent Police');
	expect(text).toContain(
		'On 4 June 2026 the malware scanner found something in a file of evidence. Nobody can open the file any more.'
	);
	expect(text).toContain('https://tracker.test/recommendations/OIC-7/KENT');
});

const JUNE = plainDate('2026-06-30');
const SEPTEMBER = plainDate('2026-09-30');

test.each([
	[null, JUNE, 'deadline set', 'set the deadline of this to 30 June 2026.'],
	[
		JUNE,
		SEPTEMBER,
		'deadline moved',
		'moved the deadline of this from 30 June 2026 to 30 September 2026. Sign in to read why.'
	],
	[
		JUNE,
		JUNE,
		'deadline stated again',
		'stated the deadline of this again. It stays 30 June 2026. Sign in to read why.'
	],
	[
		JUNE,
		null,
		'deadline taken away',
		'took away the deadline of 30 June 2026. Sign in to read why.'
	],
	[null, null, 'has no deadline', 'recorded that no deadline is set for this.']
])('a deadline of %s that becomes %s is told with its days', (previous, lastDay, word, act) => {
	const { subject, text } = deadlineMail(FACTS, { previous, lastDay });
	expect(subject).toBe(`OIC-7 ${word}: Kent Police`);
	expect(text).toContain(`On 4 June 2026 Alex Doe ${act}\n`);
});

describe('what is told of a body as a whole', () => {
	const facts = { ...FACTS, inspection: 'OIC' };

	test('is what it owes in a period, and until when', () => {
		const days = { opensOn: plainDate('2026-06-01'), closesOn: JUNE };
		const { subject, text } = periodMail({ ...facts, ...days, owed: 7 });
		expect(subject).toBe('OIC 7 updates owed by 30 June 2026: Kent Police');
		expect(text).toContain('Inspection OIC\nKent Police\n');
		expect(text).toContain(
			'Alex Doe opened a reporting period, from 1 June 2026 to 30 June 2026. Your organisation owes 7 updates in it.'
		);
		expect(periodMail({ ...facts, ...days, owed: 1 }).subject).toContain('OIC 1 update owed');
	});

	test('is what official wording changes for it', () => {
		const { subject, text } = officialWordingMail({
			...facts,
			...{ dated: 2, added: 1, withdrawn: 0 }
		});
		expect(subject).toBe('OIC official wording in force: Kent Police');
		expect(text).toContain('For your organisation: 2 deadlines set, 1 recommendation added.');
	});
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
	const mails = (['report-complete', 'confirm', 'return'] as const).map((letter) =>
		assignmentMail(letter, {
			...FACTS,
			organisation: evil,
			title: evil,
			actorName: evil,
			reference: evil
		})
	);

	test('make no header of their own', () => {
		for (const { subject } of mails) expect(subject).not.toMatch(/[\r\n\u202e]/);
	});
	test('make no line of their own in the text', () => {
		for (const { text } of mails) {
			expect(text).not.toMatch(/^(Bcc|.?<b>)/m);
			expect(text).not.toMatch(/[\r\u202e]/);
			expect(text.split('\n')).toHaveLength(
				assignmentMail('report-complete', FACTS).text.split('\n').length
			);
		}
		const invitation = invitationMail({ ...LINK, name: evil, invitedBy: evil });
		expect(invitation.text).not.toMatch(/^Bcc/m);
	});
});
