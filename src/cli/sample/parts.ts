import { recommendationReference } from '#lib/domain/reference.ts';
import { setParts } from '#lib/server/services/parts.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { NUMBERS_WITH_PARTS, partTexts } from './texts/parts.ts';

/** Days of the story ago: before any owner has begun. */
const WRITTEN_AGO = 390;

/** An inspector writes the parts of some recommendations, soon after the register is opened. */
export function writingParts(
	inspection: string,
	calendar: SampleCalendar,
	cast: Cast
): Happening[] {
	const inspector = cast.actor('inspector2', '');
	return NUMBERS_WITH_PARTS.map((number, index) => ({
		at: instantOf(calendar.ago(WRITTEN_AGO), 60 + index),
		async run(app) {
			const parts = partTexts(number).map(({ label, text }) => ({ label, text }));
			const submissionKey = `sample-parts-${String(number).padStart(5, '0')}`;
			const reference = recommendationReference(inspection, number);
			await setParts(app, inspector, reference, { parts, version: 0, submissionKey });
		}
	}));
}
