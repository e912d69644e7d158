import * as v from 'valibot';
import { optionalDay, optionalNarrative, submissionKey, version, withDay } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.object({
	targetOn: optionalDay('the target date'),
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

/** The organisation's own target date; left empty where it is taken away. */
export function parseTarget(typed: Typed) {
	return parseTyped(schema, withDay(typed, 'targetOn'));
}
