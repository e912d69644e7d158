import { CODE_SHAPE } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import { choice, day, joinDay, line, narrative, submissionKey, webAddress } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

/** What the form was drawn from, sent back: see `domain/seen.ts`. */
export const seen = v.pipe(
	v.string('Open the page again before you save'),
	v.nonEmpty('Open the page again before you save'),
	v.maxLength(20_000)
);

const REPORT = {
	title: line('the title of the report'),
	url: webAddress('the address of the report'),
	licence: line('the licence')
};

/** What is said of an inspection once, when it comes into the register. */
export const NAMED_INSPECTION = {
	code: v.pipe(
		line('a code'),
		v.regex(CODE_SHAPE, 'The code must be 2 to 12 capital letters and digits, like OIC')
	),
	publishedOn: day('the day of publication')
};

const newInspection = v.object({
	...NAMED_INSPECTION,
	inspectorate: line('the inspectorate'),
	...REPORT,
	submissionKey
});

const changedInspection = v.object({ ...REPORT, seen, submissionKey });

/** Months after which what is confirmed is looked at again; 'never' where it is not. */
export const RECHECK_CHOICES = ['never', '6', '12'] as const;

const settings = v.pipe(
	v.object({
		countersigned: choice(['yes', 'no'], 'Select whether a second inspector is needed'),
		recheck: choice(RECHECK_CHOICES, 'Select when what is confirmed is looked at again'),
		seen,
		submissionKey
	}),
	v.transform(({ countersigned, recheck, ...rest }) => ({
		...rest,
		isCountersigned: countersigned === 'yes',
		recheckMonths: recheck === 'never' ? null : Number(recheck)
	}))
);

const TITLED = { title: line('a short title'), theme: line('the theme') };

const SUMMARY = {
	text: narrative('what the recommendation says, in your own words'),
	source: line('where the summary comes from'),
	sourceUrl: v.optional(
		v.union(
			[
				v.pipe(
					v.literal(''),
					v.transform(() => undefined)
				),
				webAddress('the address of the source')
			],
			'The address of the source must begin with https:// or http://'
		)
	)
};

const newRecommendation = v.object({
	number: v.pipe(
		v.string('Enter the number'),
		v.trim(),
		v.nonEmpty('Enter the number'),
		v.regex(/^[1-9]\d{0,2}$/, 'The number must be a whole number from 1 to 999'),
		v.transform(Number)
	),
	...TITLED,
	...SUMMARY,
	submissionKey
});

const changedRecommendation = v.object({ ...TITLED, seen, submissionKey });
const summary = v.object({ ...SUMMARY, seen, submissionKey });

export function parseNewInspection(typed: Typed) {
	const publishedOn = joinDay(typed, 'publishedOn');
	return parseTyped(newInspection, withDay(typed, 'publishedOn', publishedOn));
}

export function parseChangedInspection(typed: Typed) {
	return parseTyped(changedInspection, typed);
}

export function parseInspectionSettings(typed: Typed) {
	return parseTyped(settings, typed);
}

export function parseNewRecommendation(typed: Typed) {
	return parseTyped(newRecommendation, typed);
}

export function parseChangedRecommendation(typed: Typed) {
	return parseTyped(changedRecommendation, typed);
}

export function parseSummary(typed: Typed) {
	return parseTyped(summary, typed);
}

/** Beside what was typed, the day that its three inputs make; nothing else is taken under that name. */
export function withDay(typed: Typed, name: string, joined: string | undefined): Typed {
	const rest = Object.fromEntries(Object.entries(typed).filter(([field]) => field !== name));
	return joined === undefined ? rest : { ...rest, [name]: joined };
}
