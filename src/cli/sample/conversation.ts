import { addComment } from '#lib/server/services/conversation.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { COMMENTS, type SampleComment } from './texts/conversation.ts';

/** Minutes into the working day, a few for each comment, so that answers come after questions. */
const MIDDAY = 3 * 60;
const APART = 7;

/** Comments of bodies and inspectors, and the inspectorate's own notes. */
export function talking(calendar: SampleCalendar, cast: Cast): Happening[] {
	return COMMENTS.map((sample, index) => ({
		at: instantOf(calendar.ago(sample.ago), MIDDAY + index * APART),
		async run(app) {
			const submissionKey = `sample-comment-${String(index).padStart(5, '0')}`;
			const { organisation, by, audience = 'everyone', text } = sample;
			await addComment(app, cast.actor(by, organisation), sample, {
				...{ audience, text, submissionKey },
				mentions: idsOf(sample, cast)
			});
		}
	}));
}

function idsOf({ organisation, tells = [] }: SampleComment, cast: Cast): number[] {
	return tells.map((part) => cast.actor(part, organisation).personId);
}
