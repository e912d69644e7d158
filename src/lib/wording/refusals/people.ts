import { plural } from '../counts.ts';
import { numberFact, type RefusalWords } from './words.ts';

export const PEOPLE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'sign-in-failed': {
		message: 'The email address or password is wrong. Check both and try again.'
	},
	'too-many-attempts': {
		title: 'Too many attempts',
		message: ({ retryAfterSeconds }) => {
			const seconds = numberFact(retryAfterSeconds);
			return `Wait ${seconds === null ? 'a few minutes' : waitWords(seconds)}, then try again.`;
		}
	},
	'password-too-short': {
		message: ({ min }) => {
			const least = numberFact(min);
			return least === null
				? 'The password is too short. Use three random words.'
				: `The password must be ${plural(least, 'character')} or more. Three random words make a good one.`;
		}
	},
	'password-wrong': { message: 'The current password is wrong. Enter the one you sign in with.' },
	'password-common': {
		message: 'This password is too easy to guess. Use three random words instead.'
	},
	'invitation-not-valid': {
		title: 'This link no longer works',
		message: 'It has expired, or has been used already. Ask the person who sent it for a new one.'
	},
	'email-taken': {
		message: 'Somebody with this email address already has an account. Change their roles instead.'
	},
	'person-deactivated': {
		title: 'This account is switched off',
		message: 'Ask an administrator to switch it on again.'
	},
	'last-administrator': {
		title: 'The service needs an administrator',
		message:
			'This is the last administrator. Make somebody else an administrator first, then try again.'
	},
	'role-needs-organisation': {
		message: 'Select the organisation that this role is for'
	}
};

function waitWords(seconds: number): string {
	if (seconds < 60) return plural(Math.max(1, Math.ceil(seconds)), 'second');
	return plural(Math.ceil(seconds / 60), 'minute');
}
