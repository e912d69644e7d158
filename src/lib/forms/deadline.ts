import * as v from 'valibot';
import { day, joinDay, optionalLine, optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.pipe(
	v.object({
		lastDay: day('the deadline'),
		phrase: optionalLine('the phrase'),
		reason: optionalNarrative('the reason'),
		version,
		submissionKey
	}),
	v.transform((typed) => ({
		...typed,
		kind: 'fixed-day' as const,
		setBy: 'inspectorate' as const,
		rule: 'The day that the inspectorate set'
	}))
);

/** A deadline that an inspector sets for one assignment: always a day. */
export function parseDeadline(typed: Typed) {
	return parseTyped(schema, { ...typed, lastDay: joinDay(typed, 'lastDay') ?? '' });
}
