import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import * as v from 'valibot';
import { choice, optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

/** What an organisation can record; 'not-recorded' is only ever the beginning. */
export const ACCEPTANCE_CHOICES = ACCEPTANCES.filter((value) => value !== 'not-recorded');

const schema = v.object({
	acceptance: choice(ACCEPTANCE_CHOICES, 'Select whether your organisation accepts it'),
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

export function parseAcceptance(typed: Typed) {
	return parseTyped(schema, typed);
}
