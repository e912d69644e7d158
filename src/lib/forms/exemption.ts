import { EXEMPTION_ANSWERS } from '#lib/domain/exemption.ts';
import * as v from 'valibot';
import { draftVersionOf } from './draft.ts';
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
	return name === 'reason' || name === 'answer';
}

export function parseExemptionRequest(typed: Typed) {
	const parsed = parseTyped(request, typed);
	if (!parsed.ok) return parsed;
	return { ok: true, command: { ...parsed.command, draftVersion: draftVersionOf(typed) } } as const;
}

export function parseExemptionDecision(typed: Typed) {
	const parsed = parseTyped(decision, typed);
	if (!parsed.ok) return parsed;
	return { ok: true, command: { ...parsed.command, draftVersion: draftVersionOf(typed) } } as const;
}

export function parseExemptionWithdrawal(typed: Typed) {
	return parseTyped(withdrawal, typed);
}
