import { daysBetween, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

// An organisation asks for a later deadline; an inspector grants it, grants another day, or refuses.

/** Why an organisation asks for more time. */
export const EXTENSION_REASONS = [
	'dependency',
	'resources',
	'procurement',
	'legislation',
	'scope',
	'operational-demand',
	'other'
] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What an inspector can answer to a request for more time. */
export const EXTENSION_ANSWERS = ['grant', 'grant-other', 'refuse'] as const;
export type ExtensionAnswer = (typeof EXTENSION_ANSWERS)[number];

/** Where a request stands. */
export type ExtensionState = ExtensionAnswer | 'open' | 'withdrawn';

/** @param answer null while nobody has decided; `isWithdrawn` and an answer exclude each other */
export function extensionState(
	answer: ExtensionAnswer | null,
	isWithdrawn: boolean
): ExtensionState {
	return answer ?? (isWithdrawn ? 'withdrawn' : 'open');
}

export interface Extendable {
	readonly status: AssignmentStatus;
	readonly currentDueOn: PlainDate | null;
}

/** The Refusal that asking would end in, or null: to be shown before anybody types. */
export function whyNotExtendable(about: Extendable, isAsked: boolean): Refusal | null {
	const { status, currentDueOn } = about;
	if (!isOpen(status)) return new Refusal('assignment-closed', { facts: { status } });
	// Whoever says that it is done needs no more time; a returned claim can be followed by a request.
	if (status === 'reported-complete') return new Refusal('claim-needs-no-time');
	if (currentDueOn === null) return new Refusal('nothing-to-extend');
	return isAsked ? new Refusal('extension-asked') : null;
}

/**
 * A day can be asked for that is later than the deadline and has not passed.
 * @throws Refusal as `whyNotExtendable`, 'not-later' or 'day-passed'
 */
export function mustBeExtendable(
	about: Extendable,
	isAsked: boolean,
	askedDueOn: PlainDate,
	today: PlainDate
): PlainDate {
	const refusal = whyNotExtendable(about, isAsked);
	if (refusal) throw refusal;
	const { currentDueOn } = about as { currentDueOn: PlainDate };
	mustBeLater(askedDueOn, currentDueOn, 'askedDueOn');
	if (askedDueOn < today) throw new Refusal('day-passed', { field: 'askedDueOn' });
	return currentDueOn;
}

/**
 * The deadline that an answer makes; null for a refusal. The day asked for may have passed while the request
 * waited: that is the inspectorate's time, and granting it is still possible.
 * @throws Refusal 'granted-day-needed', 'not-later' or 'nothing-to-extend'
 */
export function grantedDay(
	answer: ExtensionAnswer,
	days: { readonly asked: PlainDate; readonly other: PlainDate | undefined },
	currentDueOn: PlainDate | null
): PlainDate | null {
	if (answer === 'refuse') return null;
	if (currentDueOn === null) throw new Refusal('nothing-to-extend');
	if (answer === 'grant') return mustBeLater(days.asked, currentDueOn, 'answer');
	if (days.other === undefined) throw new Refusal('granted-day-needed', { field: 'grantedDueOn' });
	return mustBeLater(days.other, currentDueOn, 'grantedDueOn');
}

/** Another day that is the very day asked for is what was asked for. */
export function answerGiven(
	answer: ExtensionAnswer,
	asked: PlainDate,
	granted: PlainDate | null
): ExtensionAnswer {
	return answer === 'grant-other' && granted === asked ? 'grant' : answer;
}

function mustBeLater(day: PlainDate, currentDueOn: PlainDate, field: string): PlainDate {
	if (daysBetween(currentDueOn, day) <= 0) {
		throw new Refusal('not-later', { field, facts: { currentDueOn } });
	}
	return day;
}
