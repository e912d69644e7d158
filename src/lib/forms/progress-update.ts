import { CONFIDENCES } from '#lib/domain/confidence.ts';
import { partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
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
import { draftVersionOf } from './draft.ts';
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

/** What the draft of an update keeps. */
export function isUpdateField(name: string): boolean {
	return /^(narrative|confidence|move|nextMilestone(On-(day|month|year))?)$/.test(name);
}

export function parseProgressUpdate(typed: Typed) {
	const parsed = parseTyped(schema, {
		...typed,
		nextMilestoneOn: joinDay(typed, 'nextMilestoneOn')
	} as Typed);
	if (!parsed.ok) return parsed;
	return { ok: true, command: { ...parsed.command, draftVersion: draftVersionOf(typed) } } as const;
}

/** The fields as somebody would type them who says the same again. */
export function typedFromUpdate(update: {
	readonly narrative: string;
	readonly confidence: string | null;
	readonly nextMilestone: string | null;
	readonly nextMilestoneOn: PlainDate | null;
}): Typed {
	return {
		narrative: update.narrative,
		confidence: update.confidence ?? '',
		nextMilestone: update.nextMilestone ?? '',
		...typedFromDay('nextMilestoneOn', update.nextMilestoneOn)
	};
}

function typedFromDay(name: string, day: PlainDate | null): Typed {
	const parts = day === null ? null : partsOf(day);
	return Object.fromEntries(
		(['day', 'month', 'year'] as const).map((part) => [`${name}-${part}`, `${parts?.[part] ?? ''}`])
	);
}
