import { plural } from '../counts.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

export const PEOPLE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'sign-in-failed': {
		message: 'The email address or password is wrong. Check both and try again.'
	},
	'too-many-attempts': {
		title: 'Too many attempts',
		message: ({ retryAfterSeconds }) => {
			const seconds = numberFact(retryAfterSeconds);
			return `You have tried too many times. Wait ${seconds === null ? 'a few minutes' : waitWords(seconds)}, then try again.`;
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
		message:
			'This link has expired, or has been used already. Ask the person who sent it for a new one.'
	},
	'email-taken': {
		message: 'Somebody with this email address already has an account. Change their roles instead.'
	},
	'person-deactivated': {
		title: 'This account is switched off',
		message: 'This account is switched off. Ask an administrator to switch it on again.'
	},
	'last-administrator': {
		title: 'The service needs an administrator',
		message:
			'This is the last administrator. Make somebody else an administrator first, then try again.'
	},
	'role-needs-organisation': {
		message: 'Select the organisation that this role is for'
	},
	'role-without-organisation': {
		message: ({ role }) =>
			`The role ${textFact(role, 'you selected')} is not for one organisation. Remove the organisation.`
	},
	'role-missing': { message: 'Select at least one role' },
	'roles-conflict': {
		message:
			'An inspector cannot also be a lead or contributor: whoever claims cannot confirm. Select one or the other.'
	},
	'own-roles': {
		message: 'You cannot change your own roles. Ask another administrator.'
	},
	'own-account': {
		message: 'You cannot switch off your own account. Ask another administrator.'
	},
	'invitation-accepted': {
		message:
			'This person has already chosen a password. They can ask for a new one where they sign in.'
	}
};

function waitWords(seconds: number): string {
	if (seconds < 60) return plural(Math.max(1, Math.ceil(seconds)), 'second');
	return plural(Math.ceil(seconds / 60), 'minute');
}
