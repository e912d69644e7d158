import {
	TOKEN_DAYS,
	TOKEN_NAME_MAX,
	TOKEN_PURPOSES,
	TOKEN_SCOPES,
	type TokenScope
} from '#lib/domain/token.ts';
import * as v from 'valibot';
import { choice, line, submissionKey } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const DAYS = TOKEN_DAYS.map(String) as readonly string[];

const token = v.object({
	purpose: choice(TOKEN_PURPOSES, 'Select what it is for'),
	name: line('a name for it', TOKEN_NAME_MAX),
	days: v.pipe(
		v.optional(v.string(), '30'),
		v.picklist(DAYS, 'Select how long it lasts'),
		v.transform(Number)
	),
	submissionKey
});

/** A new token; scopes are boxes of which several can be ticked. */
export function parseToken(typed: Typed) {
	const parsed = parseTyped(token, typed);
	if (!parsed.ok) return parsed;
	const ticked = [typed['scopes'] ?? []].flat();
	const scopes = TOKEN_SCOPES.filter((scope): scope is TokenScope => ticked.includes(scope));
	return { ok: true as const, command: { ...parsed.command, scopes } };
}

const revocation = v.object({
	token: v.pipe(
		v.string('Open the page again before you save'),
		v.regex(/^[1-9]\d{0,14}$/, 'Open the page again before you save'),
		v.transform(Number)
	)
});

export function parseRevocation(typed: Typed) {
	return parseTyped(revocation, typed);
}
