import { RECHECK_OUTCOMES } from '#lib/domain/after-closure.ts';
import * as v from 'valibot';
import { withDraftVersion } from './draft.ts';
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

/** What the draft of a re-check keeps. */
export function isRecheckField(name: string): boolean {
	return ['outcome', 'reason', 'about'].includes(name);
}

export function parseRecheck(typed: Typed) {
	return withDraftVersion(parseTyped(recheck, typed), typed);
}

export function parseSupersession(typed: Typed) {
	return parseTyped(supersession, typed);
}
