import { PATTERNS_MAX, PHRASE_MAX as ADDRESSEE_MAX } from '#lib/domain/addressee-phrase.ts';
import { KINDS_BY_HAND } from '#lib/domain/deadline-worded.ts';
import { CODE_SHAPE } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import { PHRASE_MAX } from './deadline.ts';
import {
	choice,
	day,
	line,
	narrative,
	optionalDay,
	optionalLine,
	submissionKey,
	version,
	webAddress,
	withDay
} from './fields.ts';
import { NAMED_INSPECTION, seen } from './inspection.ts';
import { parseTyped, type Parsed, type Typed } from './parse.ts';
import { parsePartsList } from './parts.ts';

/** Of an inspection that the register has not got yet. */
export const NEW_INSPECTION = 'new';

const load = v.object({
	inspection: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check((code) => code === NEW_INSPECTION || CODE_SHAPE.test(code), 'Select the inspection')
	),
	source: line('what the source is called'),
	sourceUrl: webAddress('the address of the source'),
	retrievedOn: day('the day on which you took it from the source'),
	'source-text': v.optional(v.string(), ''),
	submissionKey
});

const newInspection = v.object({ ...NAMED_INSPECTION, title: line('the title of the report') });

/** What was pasted, with where it comes from; of a new inspection its facts too. A file is read elsewhere. */
export function parseWordingLoad(typed: Typed) {
	const parsed = parseTyped(load, withDay(typed, 'retrievedOn'));
	if ([typed['inspection']].flat()[0] !== NEW_INSPECTION) {
		if (!parsed.ok) return parsed;
		const { 'source-text': sourceText, ...rest } = parsed.command;
		return { ok: true as const, command: { ...rest, sourceText } };
	}
	const about = parseTyped(newInspection, withDay(typed, 'publishedOn'));
	if (!parsed.ok || !about.ok) {
		const problems = [about, parsed].flatMap((one) => (one.ok ? [] : one.problems));
		return { ok: false as const, problems };
	}
	const { 'source-text': sourceText, ...rest } = parsed.command;
	const inspection = {
		...{ ...about.command, url: rest.sourceUrl },
		...{ inspectorate: 'HMICFRS', licence: 'Open Government Licence v3.0' }
	};
	return { ok: true as const, command: { ...rest, inspection, sourceText } };
}

/** The first says that the wording sets none. */
export const ITEM_DEADLINE_WAYS = ['none', 'read', ...KINDS_BY_HAND] as const;

/** The longest list of addressees that is kept as printed. */
export const ADDRESSEES_MAX = 600;

const item = v.object({
	number: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^([1-9]\d{0,2})?$/, 'The number must be a whole number from 1 to 999'),
		v.transform((text) => (text === '' ? null : Number(text)))
	),
	title: optionalLine('the short title'),
	theme: optionalLine('the theme'),
	text: narrative('what the recommendation says, as printed'),
	page: optionalLine('the page', 50),
	addressees: optionalLine('the words for the addressees', ADDRESSEES_MAX),
	kind: choice(ITEM_DEADLINE_WAYS, 'Select how the deadline is worded'),
	phrase: optionalLine('the phrase', PHRASE_MAX),
	lastDay: optionalDay('the last day'),
	rule: optionalLine('the rule'),
	included: choice(['yes', 'no'], 'Select whether this is one of the recommendations'),
	version,
	submissionKey
});

/** What was read of one recommendation, as it should be. */
export function parseItemCorrection(typed: Typed) {
	const organisations = [typed['organisations'] ?? []].flat();
	const parsed = parseTyped(item, withDay(typed, 'lastDay'));
	const parts = parsePartsList(typed);
	if (!parsed.ok || !parts.ok) {
		const own = parsed.ok ? [] : parsed.problems;
		const others = parts.ok ? [] : parts.problems;
		const fields = own.map(({ field }) => field);
		const problems = [...own, ...others.filter(({ field }) => !fields.includes(field))];
		return { ok: false as const, problems };
	}
	const { kind, phrase, lastDay, rule, included, ...said } = parsed.command;
	const byHand = kind === 'read' || kind === 'none' ? {} : { kind };
	return {
		ok: true as const,
		command: {
			...said,
			title: said.title ?? null,
			theme: said.theme ?? null,
			page: said.page ?? null,
			addressees: said.addressees ?? null,
			organisations: organisations.slice(0, PATTERNS_MAX),
			deadline: kind === 'none' ? null : { phrase, lastDay, rule, ...byHand },
			parts: parts.command.parts,
			isIncluded: included === 'yes'
		}
	};
}

const acceptance = v.object({ seen: seenLong(), version, submissionKey });

/** The offers that the checker ticked: 'add' and 'withdraw', each '7:KENT'. */
export function parseAcceptance(typed: Typed): Parsed<{
	seen: string;
	version: number;
	submissionKey: string;
	add: readonly string[];
	withdraw: readonly string[];
}> {
	const parsed = parseTyped(acceptance, typed);
	if (!parsed.ok) return parsed;
	const list = (name: string) => [typed[name] ?? []].flat().slice(0, 10_000);
	return {
		ok: true,
		command: { ...parsed.command, add: list('add'), withdraw: list('withdraw') }
	};
}

/** A report of many recommendations has a long list of what was seen. */
function seenLong() {
	return v.pipe(
		v.string('Open the page again before you save'),
		v.nonEmpty('Open the page again before you save'),
		v.maxLength(200_000)
	);
}

const aside = v.object({ reason: narrative('why it is put aside'), version, submissionKey });
const back = v.object({ reason: narrative('what has to be put right'), version, submissionKey });
const again = v.object({ note: narrative('what you did about it'), version, submissionKey });

export function parseSendBack(typed: Typed) {
	return parseTyped(back, typed);
}

export function parseOfferAgain(typed: Typed) {
	return parseTyped(again, typed);
}

export function parsePutAside(typed: Typed) {
	return parseTyped(aside, typed);
}

const phrase = v.object({
	phrase: line('the phrase', ADDRESSEE_MAX),
	/** Whether it is a new one: then one that is there already is not changed unseen. */
	isNew: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text === 'yes')
	),
	seen,
	submissionKey
});

/** Which organisations a phrase stands for; none takes it out of the table. */
export function parseAddresseePhrase(typed: Typed) {
	const parsed = parseTyped(phrase, typed);
	if (!parsed.ok) return parsed;
	const patterns = [typed['patterns'] ?? []].flat().slice(0, PATTERNS_MAX + 1);
	return { ok: true as const, command: { ...parsed.command, patterns } };
}
