import * as v from 'valibot';
import { emailAddress } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const credentials = v.object({
	// Not checked further: what was typed is looked up, and is right or wrong.
	email: v.pipe(
		v.string('Enter your email address'),
		v.trim(),
		v.nonEmpty('Enter your email address')
	),
	password: v.pipe(v.string('Enter your password'), v.nonEmpty('Enter your password'))
});

export function parseCredentials(typed: Typed) {
	return parseTyped(credentials, typed);
}

const resetRequest = v.object({ email: emailAddress('your email address') });

export function parseResetRequest(typed: Typed) {
	return parseTyped(resetRequest, typed);
}
