import { EXEMPTION_ANSWERS } from '#lib/domain/exemption.ts';
import * as v from 'valibot';
import { withDraftVersion } from './draft.ts';
import { choice, narrative, optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const request = v.object({ reason: narrative('why it does not apply'), version, submissionKey });

const decision = v.object({
	answer: choice(EXEMPTION_ANSWERS, 'Select whether you agree'),
	reason: narrative('your reason'),
	version,
	submissionKey
});

const withdrawal = v.object({
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

/** What the drafts of a request and of its decision keep. */
export function isExemptionField(name: string): boolean {
	return ['reason', 'answer', 'about'].includes(name);
}

export function parseExemptionRequest(typed: Typed) {
	return withDraftVersion(parseTyped(request, typed), typed);
}

export function parseExemptionDecision(typed: Typed) {
	return withDraftVersion(parseTyped(decision, typed), typed);
}

export function parseExemptionWithdrawal(typed: Typed) {
	return parseTyped(withdrawal, typed);
}
