import { EXTENSION_ANSWERS, EXTENSION_REASONS } from '#lib/domain/extension.ts';
import * as v from 'valibot';
import { withDraftVersion } from './draft.ts';
import {
	choice,
	day,
	narrative,
	optionalDay,
	optionalNarrative,
	submissionKey,
	version,
	withDay
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const request = v.object({
	askedDueOn: day('the deadline you ask for'),
	reasonCode: choice(EXTENSION_REASONS, 'Select why more time is needed'),
	reason: narrative('what has happened and what you will do with the time'),
	version,
	submissionKey
});

const decision = v.object({
	answer: choice(EXTENSION_ANSWERS, 'Select your answer'),
	grantedDueOn: optionalDay('the deadline that you grant'),
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
export function isExtensionField(name: string): boolean {
	return /^(about|answer|reason|reasonCode|(asked|granted)DueOn-(day|month|year))$/.test(name);
}

export function parseExtensionRequest(typed: Typed) {
	return withDraftVersion(parseTyped(request, withDay(typed, 'askedDueOn')), typed);
}

/** A day typed beside another answer than “another day” is left over, and not asked to be a real one. */
export function parseExtensionDecision(typed: Typed) {
	const isOther = typed['answer'] === 'grant-other';
	const answered = isOther ? withDay(typed, 'grantedDueOn') : withoutDay(typed);
	return withDraftVersion(parseTyped(decision, answered), typed);
}

export function parseExtensionWithdrawal(typed: Typed) {
	return parseTyped(withdrawal, typed);
}

function withoutDay(typed: Typed): Typed {
	return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'grantedDueOn'));
}
