import { OWED_SHOWN, REPORTING_RHYTHMS, type OwedShown } from '#lib/domain/reporting-rhythm.ts';
import * as v from 'valibot';
import { choice, day, joinDay, line, submissionKey } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const inspection = line('the inspection', 20);

const rhythm = v.object({
	inspection,
	rhythm: choice(REPORTING_RHYTHMS, 'Select how often updates are asked for'),
	shown: choice(REPORTING_RHYTHMS, 'Open the page again before you save'),
	submissionKey
});

const opening = v.object({ inspection, closesOn: day('the last day'), submissionKey });

const closing = v.object({ submissionKey });

export function parseRhythm(typed: Typed) {
	return parseTyped(rhythm, typed);
}

export function parseOpening(typed: Typed) {
	return parseTyped(opening, { ...typed, closesOn: joinDay(typed, 'closesOn') ?? '' });
}

export function parseClosing(typed: Typed) {
	return parseTyped(closing, typed);
}

/** What the page of a period lists: what makes no sense is whom to chase. */
export function readOwedShown(text: string | null): OwedShown {
	return OWED_SHOWN.find((each) => each === text) ?? 'silent';
}
