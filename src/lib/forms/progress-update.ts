import { CONFIDENCES } from '#lib/domain/confidence.ts';
import * as v from 'valibot';
import {
	joinDay,
	narrative,
	optionalChoice,
	optionalDay,
	optionalLine,
	submissionKey,
	version
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.pipe(
	v.object({
		narrative: narrative('what has happened'),
		confidence: optionalChoice(CONFIDENCES, 'Select a forward confidence from the list'),
		nextMilestone: optionalLine('the next milestone'),
		nextMilestoneOn: optionalDay('the date of the next milestone'),
		move: optionalChoice(['start', 'resume'], 'Select where the work stands'),
		keep: optionalChoice(['all', 'note'], 'Choose what to keep'),
		version,
		submissionKey
	}),
	v.forward(
		v.check(
			(update) => update.nextMilestoneOn === undefined || update.nextMilestone !== undefined,
			'Enter the milestone that this date is for'
		),
		['nextMilestone']
	),
	// "Keep my note only": of two people's changes, the other's stands and this narrative is added to it.
	v.transform(({ keep, ...update }) =>
		keep === 'note'
			? {
					narrative: update.narrative,
					version: update.version,
					submissionKey: update.submissionKey
				}
			: update
	)
);

export function parseProgressUpdate(typed: Typed) {
	return parseTyped(schema, {
		...typed,
		nextMilestoneOn: joinDay(typed, 'nextMilestoneOn')
	} as Typed);
}
