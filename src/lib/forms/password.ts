import * as v from 'valibot';
import { parseTyped, type Typed } from './parse.ts';

// How good a password has to be is a rule of `domain/password.ts`, which the services ask.

const newPassword = v.object({ password: given('Enter a password') });

export function parseNewPassword(typed: Typed) {
	return parseTyped(newPassword, typed);
}

const passwordChange = v.object({
	// 'password' in both names keeps them out of every answer (`routes/form-action.ts`).
	currentPassword: given('Enter your current password'),
	password: given('Enter a new password')
});

export function parsePasswordChange(typed: Typed) {
	return parseTyped(passwordChange, typed);
}

/** Never trimmed: a space may be part of it. */
function given(message: string) {
	return v.pipe(v.string(message), v.nonEmpty(message));
}
