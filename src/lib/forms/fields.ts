import { ADDRESS_MAX, LINE_MAX, NARRATIVE_MAX } from '#lib/domain/narrative.ts';
import { plainDateOf, type PlainDate } from '#lib/domain/plain-date.ts';
import * as v from 'valibot';
import type { Typed } from './parse.ts';

// `what` completes the sentence "Enter …" and begins the others, in lower case: 'what has changed'.

/** One line: trimmed, control characters refused, 1 to 200 characters. */
export function line(what: string, max = LINE_MAX) {
	return v.pipe(
		given(`Enter ${what}`),
		v.trim(),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(max, `${capital(what)} must be ${max} characters or fewer`),
		v.check(isOneLine, `${capital(what)} must be on one line`)
	);
}

export function optionalLine(what: string, max = LINE_MAX) {
	return v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(max, `${capital(what)} must be ${max} characters or fewer`),
			v.check(isOneLine, `${capital(what)} must be on one line`),
			v.transform(orUndefined)
		)
	);
}

/** Several paragraphs: trimmed, 1 to 10,000 characters. */
export function narrative(what: string, max = NARRATIVE_MAX) {
	return v.pipe(
		given(`Enter ${what}`),
		v.trim(),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(max, tooLong(what, max))
	);
}

export function optionalNarrative(what: string, max = NARRATIVE_MAX) {
	return v.optional(
		v.pipe(v.string(), v.trim(), v.maxLength(max, tooLong(what, max)), v.transform(orUndefined))
	);
}

export function choice<const Values extends readonly string[]>(values: Values, message: string) {
	// Nothing is sent for radio buttons of which none is chosen.
	return v.pipe(v.optional(v.string(), ''), v.picklist(values, message));
}

export function optionalChoice<const Values extends readonly string[]>(
	values: Values,
	message: string
) {
	return v.optional(
		v.pipe(v.string(), v.transform(orUndefined), v.optional(v.picklist(values, message)))
	);
}

/** An address on the web: http or https, without a name and password in it. */
export function webAddress(what: string) {
	return v.pipe(
		given(`Enter ${what}`),
		v.trim(),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(ADDRESS_MAX, `${capital(what)} must be ${ADDRESS_MAX} characters or fewer`),
		v.check(isWebAddress, `${capital(what)} must begin with https:// or http://`)
	);
}

export function emailAddress(what = 'an e-mail address') {
	return v.pipe(
		given(`Enter ${what}`),
		v.trim(),
		v.toLowerCase(),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(254, 'The e-mail address must be 254 characters or fewer'),
		v.email('Enter an e-mail address in the correct format, like name@example.police.uk')
	);
}

/** The random key that a form is given when it is shown, so that it is carried out once. */
export const submissionKey = v.pipe(
	given('Open the page again before you save'),
	v.regex(/^[A-Za-z0-9-]{16,64}$/, 'Open the page again before you save')
);

/** The version of the assignment that the page was drawn from. */
export const version = v.pipe(
	given('Open the page again before you save'),
	v.regex(/^\d{1,9}$/, 'Open the page again before you save'),
	v.transform(Number)
);

/** The number of a thing in an address, such as '?update=7'; null for what is no number. */
export function readId(text: string | null): number | null {
	return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/**
 * Joins three inputs 'name-day', 'name-month' and 'name-year' into one entry `name`: a PlainDate, undefined
 * where all three are empty, or the text as typed where they make no day (the schema then refuses it).
 */
export function joinDay(typed: Readonly<Record<string, unknown>>, name: string) {
	const parts = ['day', 'month', 'year'].map((part) =>
		String(typed[`${name}-${part}`] ?? '').trim()
	);
	if (parts.every((part) => part === '')) return undefined;
	const [day, month, year] = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : NaN));
	return plainDateOf(year ?? NaN, month ?? NaN, day ?? NaN) ?? parts.join(' ');
}

/** What was typed with the day of that name joined; without an entry of that name where it was left empty. */
export function withDay(typed: Typed, name: string): Typed {
	const others = Object.fromEntries(Object.entries(typed).filter(([key]) => key !== name));
	const day = joinDay(typed, name);
	return day === undefined ? others : { ...others, [name]: day };
}

/** For an entry made by `joinDay`. */
export function day(what: string) {
	return v.pipe(given(`Enter ${what}`), v.custom<PlainDate>(isDay, notReal(what)));
}

export function optionalDay(what: string) {
	return v.optional(v.custom<PlainDate>(isDay, notReal(what)));
}

/** As `optionalDay`, with null where there is none. */
export function dayOrNull(what: string) {
	return v.optional(v.nullable(v.custom<PlainDate>(isDay, notReal(what))), null);
}

function given(message: string) {
	return v.string(message);
}

function isDay(value: unknown): boolean {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function notReal(what: string): string {
	return `${capital(what)} must be a real date, like 27 3 2026`;
}

function tooLong(what: string, max: number): string {
	return `${capital(what)} must be ${max.toLocaleString('en-GB')} characters or fewer`;
}

function isOneLine(text: string): boolean {
	return !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text);
}

function isWebAddress(text: string): boolean {
	try {
		const { protocol, username, password } = new URL(text);
		return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
	} catch {
		return false;
	}
}

function orUndefined(text: string): string | undefined {
	return text === '' ? undefined : text;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
