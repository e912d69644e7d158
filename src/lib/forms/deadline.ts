import { KINDS_BY_HAND, stateDeadline, type StatedDeadline } from '#lib/domain/deadline-worded.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import * as v from 'valibot';
import {
	choice,
	optionalDay,
	optionalLine,
	optionalNarrative,
	submissionKey,
	version,
	withDay
} from './fields.ts';
import { parseTyped, type FieldProblem, type Typed } from './parse.ts';

export const PHRASE_MAX = 500;

/** The first leaves the kind, the day and the rule to the phrase. */
export const DEADLINE_WAYS = ['read', ...KINDS_BY_HAND] as const;
export type DeadlineWay = (typeof DEADLINE_WAYS)[number];

const given = {
	kind: v.pipe(
		choice(DEADLINE_WAYS, 'Select how the deadline is set'),
		v.transform((way) => (way === 'read' ? undefined : way))
	),
	phrase: optionalLine('the phrase', PHRASE_MAX),
	lastDay: optionalDay('the last day'),
	rule: optionalLine('the rule')
};
const stamp = { reason: optionalNarrative('the reason'), version, submissionKey };

const ofOne = v.pipe(
	v.object({ ...given, ...stamp }),
	v.transform((typed) => ({ ...typed, setBy: 'inspectorate' as const }))
);

const ofAll = v.object({
	...given,
	...stamp,
	reached: v.pipe(
		v.string('Open the page again before you save'),
		v.regex(/^\d{1,6}$/, 'Open the page again before you save'),
		v.transform(Number)
	)
});

/** The deadline of one assignment, as an inspector confirms it. */
export function parseDeadline(typed: Typed) {
	return parseTyped(ofOne, withDay(typed, 'lastDay'));
}

/** The deadline of a whole recommendation, as an inspector confirms it. */
export function parseRecommendationDeadline(typed: Typed) {
	return parseTyped(ofAll, withDay(typed, 'lastDay'));
}

const FIELDS = ['kind', 'phrase', 'lastDay-day', 'lastDay-month', 'lastDay-year', 'rule'] as const;

/** What of a form or an address is said of the deadline itself, as typed. */
export function deadlineFields(typed: Typed): Record<string, string> {
	return Object.fromEntries(
		FIELDS.flatMap((name) => {
			const text = [typed[name] ?? []].flat()[0];
			return text === undefined || text === '' ? [] : [[name, text]];
		})
	);
}

export type EnteredDeadline =
	| { readonly ok: true; readonly stated: StatedDeadline }
	| { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What was entered, as it would be recorded, or what to mend; null where nothing was entered yet. */
export function enterDeadline(typed: Typed, publishedOn: PlainDate): EnteredDeadline | null {
	if (Object.keys(deadlineFields(typed)).length === 0) return null;
	const parsed = parseTyped(v.object(given), withDay(typed, 'lastDay'));
	if (!parsed.ok) return parsed;
	try {
		return { ok: true, stated: stateDeadline(parsed.command, publishedOn) };
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		const { field = '', message } = refusalMessage(refusal);
		return { ok: false, problems: [{ field, message }] };
	}
}
