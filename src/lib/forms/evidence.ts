import {
	EVIDENCE_KINDS,
	EVIDENCE_SORTS,
	MARKINGS,
	type EvidenceKind
} from '#lib/domain/evidence.ts';
import * as v from 'valibot';
import {
	choice,
	day,
	joinDay,
	line,
	narrative,
	optionalChoice,
	optionalDay,
	optionalLine,
	submissionKey,
	webAddress
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const statement = {
	title: line('a title'),
	shows: narrative('what it shows', 2000),
	marking: choice(MARKINGS, 'Select how it is marked'),
	sort: optionalChoice(EVIDENCE_SORTS, 'Select what sort of evidence it is from the list'),
	page: optionalLine('where in it to look'),
	shownOn: optionalDay('the date of what it shows'),
	part: optionalChoiceOfNumber('Select a part from the list'),
	action: optionalLine('the action'),
	versionOf: optionalLine('the item'),
	submissionKey
};

const schemas = {
	file: v.object(statement),
	link: v.object({ ...statement, linkUrl: webAddress('the address') }),
	sighting: v.object({
		...statement,
		heldWhere: line('where it is held'),
		custodian: line('who keeps it'),
		seenBy: line('who saw it'),
		seenOn: day('the day it was seen')
	})
};

export function isEvidenceKind(text: string): text is EvidenceKind {
	return (EVIDENCE_KINDS as readonly string[]).includes(text);
}

export const parseFileStatement = (typed: Typed) => parse(schemas.file, typed);
export const parseLink = (typed: Typed) => parse(schemas.link, typed);
export const parseSighting = (typed: Typed) => parse(schemas.sighting, typed);

const withdrawal = v.object({ reason: narrative('the reason', 2000), submissionKey });

export const parseWithdrawal = (typed: Typed) => parseTyped(withdrawal, typed);

/** What a page sends is named as the page names it; a command names what the register calls it. */
function parse<Schema extends v.GenericSchema<unknown, Said>>(schema: Schema, typed: Typed) {
	const days = { seenOn: joinDay(typed, 'seenOn') ?? '', shownOn: joinDay(typed, 'shownOn') };
	const parsed = parseTyped(schema, { ...typed, ...days } as Typed);
	if (!parsed.ok) return parsed;
	const { part: partId, action: actionKey, ...said } = parsed.command;
	return { ok: true as const, command: { ...said, partId, actionKey } };
}

interface Said {
	readonly part?: number | undefined;
	readonly action?: string | undefined;
}

function optionalChoiceOfNumber(message: string) {
	return v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{0,9}$/, message),
			v.transform((text) => (text === '' ? undefined : Number(text)))
		)
	);
}
