import * as v from 'valibot';
import { CODE_SHAPE, parseReference } from '#lib/domain/reference.ts';
import { WAITING_RESPONSES } from '#lib/domain/waiting.ts';
import {
	choice,
	day,
	joinDay,
	line,
	narrative,
	optionalNarrative,
	submissionKey,
	version
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const NOT_A_REFERENCE =
	'Enter a reference like OIC-5/NCA: the recommendation, a slash and the body';

const schema = v.pipe(
	v.object({
		on: v.pipe(
			line('what it waits for'),
			v.toUpperCase(),
			v.check((text) => splitReference(text) !== null, NOT_A_REFERENCE)
		),
		reason: narrative('the reason'),
		reviewOn: day('the review date'),
		version,
		submissionKey
	}),
	v.transform(({ on, ...rest }) => ({ ...rest, ...splitReference(on)! }))
);

export function parseWaiting(typed: Typed) {
	return parseTyped(schema, { ...typed, reviewOn: joinDay(typed, 'reviewOn') ?? '' });
}

const endSchema = v.object({ reason: optionalNarrative('the reason'), version, submissionKey });

export function parseEndOfWaiting(typed: Typed) {
	return parseTyped(endSchema, typed);
}

const answerSchema = v.pipe(
	v.object({
		answer: choice(WAITING_RESPONSES, 'Select whether the wait is right'),
		reason: optionalNarrative('the reason'),
		waitingId: v.pipe(
			// Where no wait holds the form names none, and the service says so.
			v.optional(v.string(), '0'),
			v.regex(/^\d{1,15}$/, 'Open the page again before you save'),
			v.transform(Number)
		),
		version,
		submissionKey
	}),
	v.forward(
		v.check(
			({ answer, reason }) => answer !== 'disputed' || reason !== undefined,
			'Enter why you dispute the wait'
		),
		['reason']
	)
);

/** A dispute needs its reason, an acknowledgement may have one. */
export function parseAnswerToWaiting(typed: Typed) {
	return parseTyped(answerSchema, typed);
}

/** 'OIC-5/NCA' → { onReference: 'OIC-5', onOrganisation: 'NCA' } */
function splitReference(text: string) {
	const [onReference = '', onOrganisation = '', ...more] = text.split('/');
	if (more.length > 0 || !parseReference(onReference) || !CODE_SHAPE.test(onOrganisation)) {
		return null;
	}
	return { onReference, onOrganisation };
}
