import type { ActionStep } from '#lib/domain/action.ts';
import { parseReference } from '#lib/domain/reference.ts';
import * as v from 'valibot';
import {
	day,
	dayOrNull,
	joinDay,
	line,
	narrative,
	optionalNarrative,
	submissionKey,
	version
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const NOT_A_CHOICE = 'Open the page again before you save';

/** The value of an empty choice, or the number of a row. */
const optionalId = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^\d{0,9}$/, NOT_A_CHOICE),
	v.transform((text) => (text === '' ? null : Number(text)))
);

/** Ticked boxes: none, one or several recommendations. */
const recommendations = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((ticked) => [ticked].flat()),
	v.maxLength(200, NOT_A_CHOICE),
	v.check((ticked) => ticked.every((text) => parseReference(text) !== null), NOT_A_CHOICE)
);

const statement = {
	title: line('what will be done'),
	shows: narrative('what it will show', 2000),
	ownerPostId: optionalId,
	dueOn: dayOrNull('the due date'),
	serves: recommendations,
	submissionKey
};

const newAction = v.object(statement);
const changedAction = v.object({
	...statement,
	reason: optionalNarrative('the reason', 2000),
	version
});

export const parseNewAction = (typed: Typed) => parseTyped(newAction, withDay(typed, 'dueOn'));
export const parseChangedAction = (typed: Typed) =>
	parseTyped(changedAction, withDay(typed, 'dueOn'));

const stamp = { version, submissionKey };
const completion = v.object({ ...stamp, doneOn: day('the day it was done') });
const reasoned = v.object({ ...stamp, reason: optionalNarrative('the reason', 2000) });

/** What a step needs beyond this is the table's to say: `checkActionMove` refuses what is missing. */
export function parseActionStep(verb: Exclude<ActionStep, 'change'>, typed: Typed) {
	const parsed =
		verb === 'complete'
			? parseTyped(completion, { ...typed, doneOn: joinDay(typed, 'doneOn') ?? '' })
			: parseTyped(reasoned, typed);
	return parsed.ok ? { ok: true as const, command: { ...parsed.command, verb } } : parsed;
}

const reorder = v.object({
	move: v.pipe(v.string(NOT_A_CHOICE), v.regex(/^(up|down) \d{1,3} [\w-]{16}$/, NOT_A_CHOICE)),
	submissionKey
});

/** The button that was pressed names the direction, the place as it was shown, and the action. */
export function parseReorder(typed: Typed) {
	const parsed = parseTyped(reorder, typed);
	if (!parsed.ok) return parsed;
	const [direction, place, action] = parsed.command.move.split(' ') as [
		'up' | 'down',
		string,
		string
	];
	const { submissionKey } = parsed.command;
	return { ok: true as const, command: { direction, place: Number(place), action, submissionKey } };
}

/** The other way round from `parseReorder`: the value of the button. */
export function reorderValue(direction: 'up' | 'down', place: number, action: string): string {
	return `${direction} ${place} ${action}`;
}

function withDay(typed: Typed, name: string) {
	const joined = joinDay(typed, name);
	return joined === undefined ? typed : { ...typed, [name]: joined };
}
