import { recommendationReference } from '#lib/domain/reference.ts';
import { setCriteria } from '#lib/server/services/criteria.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { criterionTexts, NUMBERS_WITH_CRITERIA } from './texts/criteria.ts';

/** Days of the story ago: before any owner has begun. */
const WRITTEN_AGO = 389;

/** An inspector writes what good looks like for every recommendation, soon after the register is opened. */
export function writingCriteria(
	inspection: string,
	calendar: SampleCalendar,
	cast: Cast
): Happening[] {
	const inspector = cast.actor('inspector', '');
	return NUMBERS_WITH_CRITERIA.map((number, index) => ({
		at: instantOf(calendar.ago(WRITTEN_AGO), 90 + index),
		async run(app) {
			const submissionKey = `sample-criteria-${String(number).padStart(5, '0')}`;
			const reference = recommendationReference(inspection, number);
			const criteria = criterionTexts(number);
			await setCriteria(app, inspector, reference, { criteria, version: 0, submissionKey });
		}
	}));
}
