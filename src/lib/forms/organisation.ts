import { ORGANISATION_KINDS, REGIONS } from '#lib/domain/organisation.ts';
import { CODE_SHAPE } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import {
	choice,
	day,
	dayOrNull,
	joinDay,
	line,
	narrative,
	optionalLine,
	submissionKey
} from './fields.ts';
import { seen, withDay } from './inspection.ts';
import { parseTyped, type Parsed, type Typed } from './parse.ts';

const FACTS = {
	name: line('the name'),
	kind: choice(ORGANISATION_KINDS, 'Select what kind of organisation it is'),
	region: v.pipe(
		v.optional(v.string(), ''),
		v.union([v.literal(''), v.picklist(REGIONS)], 'Select a region from the list'),
		v.transform((region) => (region === '' ? null : region))
	),
	chiefOfficerTitle: line('the title of the chief officer'),
	localPolicingBody: optionalLine('the local policing body'),
	country: optionalLine('the country'),
	validFrom: dayOrNull('the first day')
};

const newOrganisation = v.object({
	code: v.pipe(
		line('a code'),
		v.regex(CODE_SHAPE, 'The code must be 2 to 12 capital letters and digits, like KENT')
	),
	...FACTS,
	submissionKey
});

const changedOrganisation = v.object({ ...FACTS, seen, submissionKey });

const COUNT = v.pipe(
	v.string('Open the page again before you save'),
	v.regex(/^\d{1,6}-\d{1,6}-\d{1,6}-\d{1,6}$/, 'Open the page again before you save'),
	v.transform((text) => {
		const [handed = 0, made = 0, merged = 0, setBack = 0] = text.split('-').map(Number);
		return { handed, made, merged, setBack };
	})
);

const end = v.object({
	successor: v.pipe(
		v.string('Select who takes over'),
		v.maxLength(20, 'Select who takes over'),
		v.transform((code) => (code === '' ? null : code))
	),
	lastDay: day('the last day'),
	reason: narrative('the reason'),
	seen: COUNT,
	submissionKey
});

export function parseNewOrganisation(typed: Typed) {
	return withNulls(parseTyped(newOrganisation, withFirstDay(typed)));
}

export function parseChangedOrganisation(typed: Typed) {
	return withNulls(parseTyped(changedOrganisation, withFirstDay(typed)));
}

function withFirstDay(typed: Typed): Typed {
	return withDay(typed, 'validFrom', joinDay(typed, 'validFrom'));
}

/** What was left empty is known to be nothing. */
function withNulls<
	Facts extends { localPolicingBody?: string | undefined; country?: string | undefined }
>(parsed: Parsed<Facts>) {
	if (!parsed.ok) return parsed;
	const { localPolicingBody = null, country = null } = parsed.command;
	return { ok: true, command: { ...parsed.command, localPolicingBody, country } } as const;
}

export function parseEnd(typed: Typed) {
	return parseTyped(end, withDay(typed, 'lastDay', joinDay(typed, 'lastDay')));
}

/** The counts that a page showed, as its form sends them back. */
export function countsText(counts: {
	readonly handed: number;
	readonly made: number;
	readonly merged: number;
	readonly setBack: number;
}): string {
	return [counts.handed, counts.made, counts.merged, counts.setBack].join('-');
}
