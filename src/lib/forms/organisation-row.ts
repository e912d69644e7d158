import {
	ORGANISATION_KINDS,
	REGIONS,
	type OrganisationKind,
	type Region
} from '#lib/domain/organisation.ts';
import { CODE_SHAPE } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import { line, optionalLine } from './fields.ts';
import { parseTyped, type Parsed, type Typed } from './parse.ts';

/** The columns of a table of organisations, by the names that its first row must have. */
export const ORGANISATION_COLUMNS = [
	'code',
	'name',
	'kind',
	'region',
	'regional_unit',
	'gss_code',
	'police_uk_id',
	'chief_officer_title',
	'local_policing_body',
	'country'
] as const;
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)[number];

export interface OrganisationRow {
	readonly code: string;
	readonly name: string;
	readonly kind: OrganisationKind;
	readonly region: Region | null;
	/** The code of the regional organised crime unit that the force belongs to. */
	readonly regionalUnit: string | null;
	readonly gssCode: string | null;
	readonly policeUkId: string | null;
	readonly chiefOfficerTitle: string;
	readonly localPolicingBody: string | null;
	readonly country: string | null;
}

/** One row, by column name; each problem names its column. */
export function parseOrganisationRow(cells: Typed): Parsed<OrganisationRow> {
	return parseTyped(ROW, cells);
}

/** A spreadsheet would calculate it when somebody opens an export. */
const FORMULA = 'The cell begins like a formula, with =, +, - or @, which is not stored';
const GSS_SHAPE = /^[EWSN]\d{8}$/;
const POLICE_UK_SHAPE = /^[a-z]+(-[a-z]+)*$/;

const ROW = v.pipe(
	v.object({
		code: v.pipe(cell('a code'), v.regex(CODE_SHAPE, codeReason('The code'))),
		name: cell('a name'),
		kind: v.picklist(ORGANISATION_KINDS, unknown('kind', ORGANISATION_KINDS)),
		region: filled(v.picklist(REGIONS, unknown('region', REGIONS))),
		regional_unit: filled(shaped(CODE_SHAPE, codeReason('The regional unit'))),
		gss_code: filled(shaped(GSS_SHAPE, 'A GSS code is E, W, S or N and eight digits')),
		police_uk_id: filled(shaped(POLICE_UK_SHAPE, 'A police.uk name is small letters and hyphens')),
		chief_officer_title: cell('the title of the chief officer'),
		local_policing_body: optionalCell('the local policing body'),
		country: optionalCell('the country')
	}),
	v.forward(
		v.check(
			(row) => row.regional_unit === undefined || row.kind === 'police-force',
			'Only a police force belongs to a regional unit'
		),
		['regional_unit']
	),
	v.forward(
		v.check(
			(row) => row.region !== undefined || !['police-force', 'regional-unit'].includes(row.kind),
			'A police force or regional unit needs its region'
		),
		['region']
	),
	v.transform((row): OrganisationRow => ({
		code: row.code,
		name: row.name,
		kind: row.kind,
		region: row.region ?? null,
		regionalUnit: row.regional_unit ?? null,
		gssCode: row.gss_code ?? null,
		policeUkId: row.police_uk_id ?? null,
		chiefOfficerTitle: row.chief_officer_title,
		localPolicingBody: row.local_policing_body ?? null,
		country: row.country ?? null
	}))
);

function cell(what: string) {
	return v.pipe(line(what), v.check(isNoFormula, FORMULA));
}

function optionalCell(what: string) {
	return v.pipe(
		optionalLine(what),
		v.check((text) => text === undefined || isNoFormula(text), FORMULA)
	);
}

/** An empty cell is undefined; anything else must fit. */
function filled<Output extends string>(schema: v.GenericSchema<string, Output>) {
	return v.pipe(
		v.string(),
		v.trim(),
		v.transform((text) => (text === '' ? undefined : text)),
		v.optional(schema)
	);
}

function shaped(shape: RegExp, reason: string) {
	return v.pipe(v.string(), v.regex(shape, reason));
}

function isNoFormula(text: string): boolean {
	return !/^[=+@-]/.test(text);
}

function codeReason(what: string): string {
	return `${what} must be 2 to 12 capital letters and digits, like KENT`;
}

function unknown(what: string, known: readonly string[]) {
	return ({ input }: { readonly input: unknown }) =>
		`There is no ${what} “${String(input).slice(0, 40)}”. It must be one of: ${known.join(', ')}`;
}
