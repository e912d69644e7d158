import { ORGANISATION_ROLES, ROLES } from '#lib/domain/actor.ts';
import { PERSON_STATES, type PeopleFilter } from '#lib/domain/people-filter.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { NamedHolding } from '#lib/domain/role-rules.ts';
import * as v from 'valibot';
import { emailAddress, line, submissionKey } from './fields.ts';
import { parseTyped, type FieldProblem, type Parsed, type Typed } from './parse.ts';

/** Roles that are ticked, because they are not for one organisation; an observer may be national. */
export const NATIONAL_ROLES = ['administrator', 'inspector', 'observer'] as const;

/** More than anybody holds, and few enough to read. */
export const ROLE_ROWS_MAX = 50;

const invitation = v.object({
	name: line('their full name'),
	email: emailAddress('their email address'),
	submissionKey
});

/** Roles come as ticks named `national`, and as pairs of selects `role-1`, `organisation-1`, `role-2`, … */
export function parseInvitation(typed: Typed) {
	return withRoles(parseTyped(invitation, typed), typed);
}

const roleChange = v.object({
	seen: v.pipe(v.string('Open the page again before you save'), v.maxLength(10_000))
});

export function parseRoleChange(typed: Typed) {
	return withRoles(parseTyped(roleChange, typed), typed);
}

function withRoles<Command extends object>(
	parsed: Parsed<Command>,
	typed: Typed
): Parsed<Command & { roles: NamedHolding[] }> {
	const { roles, problems } = readRoles(typed);
	if (!parsed.ok) return { ok: false, problems: [...parsed.problems, ...problems] };
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, command: { ...parsed.command, roles } };
}

function readRoles(typed: Typed): { roles: NamedHolding[]; problems: FieldProblem[] } {
	const roles: NamedHolding[] = [];
	const problems: FieldProblem[] = [];
	for (const role of [typed['national'] ?? []].flat()) {
		if (isOneOf(NATIONAL_ROLES, role)) roles.push({ role, organisation: null });
		else problems.push({ field: 'roles', message: 'Select roles from the list' });
	}
	for (let row = 1; row <= ROLE_ROWS_MAX; row += 1) {
		const role = one(typed, `role-${row}`);
		const organisation = one(typed, `organisation-${row}`);
		if (role === '' && organisation === '') continue;
		if (!isOneOf(ORGANISATION_ROLES, role)) {
			problems.push({ field: `role-${row}`, message: 'Select the role in this organisation' });
		} else if (organisation === '') {
			problems.push({
				field: `organisation-${row}`,
				message: 'Select the organisation that this role is for'
			});
		} else roles.push({ role, organisation });
	}
	if (roles.length + problems.length === 0) {
		problems.push({ field: 'roles', message: 'Select at least one role' });
	}
	return { roles, problems };
}

function one(typed: Typed, name: string): string {
	const value = typed[name];
	return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
	return (values as readonly string[]).includes(text);
}

/**
 * The address of the list of people: `q`, `role`, `organisation`, `state`, `page`.
 * @throws Refusal 'unknown-filter' for a value that no filter has: never a list of more than was asked for
 */
export function readPeopleFilter(params: URLSearchParams): PeopleFilter {
	return {
		search: (params.get('q') ?? '').trim().slice(0, 100),
		role: known('role', ROLES, params),
		organisation: params.get('organisation') || null,
		state: known('state', PERSON_STATES, params),
		page: readPageNumber(params)
	};
}

/** From 1. @throws Refusal 'unknown-filter' */
export function readPageNumber(params: URLSearchParams): number {
	const page = params.get('page') || '1';
	if (!/^[1-9]\d{0,4}$/.test(page)) throw unknown('page');
	return Number(page);
}

/** The list's address as parameters, to link to it with one thing changed. */
export function writePeopleFilter(filter: PeopleFilter): Record<string, string> {
	return {
		q: filter.search,
		role: filter.role ?? '',
		organisation: filter.organisation ?? '',
		state: filter.state ?? '',
		page: filter.page > 1 ? String(filter.page) : ''
	};
}

function known<Value extends string>(
	field: string,
	values: readonly Value[],
	params: URLSearchParams
): Value | null {
	const text = params.get(field) || null;
	if (text === null || isOneOf(values, text)) return text;
	throw unknown(field);
}

function unknown(field: string): Refusal {
	return new Refusal('unknown-filter', { facts: { field } });
}
