import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';

export const CRITERIA_TITLE = 'What good looks like';

/** What an owner reads above the criteria. */
export const CRITERIA_LEAD =
	'An inspector marks each of these when the organisation reports this complete.';

/** Beside the criteria of a sample register: nobody may take them for the inspectorate's. */
export const SAMPLE_CRITERIA_NOTE =
	'These are sample criteria, invented for this sample register. HMICFRS did not write them.';

/** 'In these words since 1 March 2026' */
export function criterionSince(fromDay: PlainDate): string {
	return `In these words since ${formatDay(fromDay)}`;
}

/** From when until when a criterion stood, and who wrote it. */
export function retiredCriterionDays(criterion: {
	fromDay: PlainDate;
	toDay: PlainDate | null;
}): string {
	const until = criterion.toDay ? ` until ${formatDay(criterion.toDay)}` : '';
	return `Stood from ${formatDay(criterion.fromDay)}${until}`;
}
