import { RECHECK_OUTCOMES } from '#lib/domain/after-closure.ts';
import * as v from 'valibot';
import { choice, line, narrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const recheck = v.object({
	outcome: choice(RECHECK_OUTCOMES, 'Select what you found'),
	reason: narrative('what you found and what you relied on'),
	version,
	submissionKey
});

const supersession = v.object({
	by: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('Select the recommendation that takes its place'),
		line('the recommendation')
	),
	reason: narrative('why it takes its place'),
	submissionKey
});

export function parseRecheck(typed: Typed) {
	return parseTyped(recheck, typed);
}

export function parseSupersession(typed: Typed) {
	return parseTyped(supersession, typed);
}
