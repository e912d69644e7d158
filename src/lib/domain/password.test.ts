import { expect, test } from 'vitest';
import { checkNewPassword, PASSWORD_MAX } from './password.ts';
import { Refusal } from './refusal.ts';

const OWNER = { email: 'alex.doe@kent.police.test', name: 'Alex Doe-Fisher' };

test.each([
	'correct horse battery staple',
	'plum kettle meadow',
	'kjq7wzx9vbnt',
	'пароль для входа сюда',
	'police horse umbrella',
	'x'.repeat(5) + 'unlikely word' + 'y'.repeat(PASSWORD_MAX - 18)
])('takes a password that nobody would guess: %s', (password) => {
	expect(() => checkNewPassword(password, OWNER)).not.toThrow();
});

test.each([
	['elevenchars', 'password-too-short'],
	['', 'password-too-short'],
	['🦊🦊🦊🦊🦊🦊', 'password-too-short'],
	['kjq7 wzx9 vbnt '.repeat(14), 'field-too-long'],
	['aaaaaaaaaaaa', 'password-common'],
	['121212121212', 'password-common'],
	['123456789012', 'password-common'],
	['abcdefghijklm', 'password-common'],
	['Password1234', 'password-common'],
	['PolicePassword!2026', 'password-common'],
	['qwertyuiop12', 'password-common'],
	['Recommendations Tracker', 'password-common'],
	['alexdoe-2026!', 'password-common'],
	['Alex.Doe@Kent.Police.test', 'password-common'],
	['fisherfisher1', 'password-common']
])('refuses %s as %s', (password, code) => {
	const check = () => checkNewPassword(password, OWNER);
	expect(check).toThrow(Refusal);
	expect(check).toThrow(expect.objectContaining({ code, field: 'password' }));
});
