import { PACK_PURPOSES } from '#lib/domain/board-pack.ts';
import { HELD_MARKINGS } from '#lib/domain/evidence.ts';
import * as v from 'valibot';
import {
	choice,
	day,
	line,
	optionalLine,
	optionalNarrative,
	submissionKey,
	version,
	withDay
} from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const statement = {
	meeting: line('the meeting'),
	meetingOn: day('the date of the meeting'),
	asAt: day('the day of the figures'),
	purpose: choice(PACK_PURPOSES, 'Select what the board is to do'),
	asks: optionalNarrative('what is asked of the board'),
	marking: choice(HELD_MARKINGS, 'Select the marking')
};

const preparation = v.object({
	...statement,
	inspection: optionalLine('the inspection', 20),
	organisation: optionalLine('what the pack is of', 40),
	submissionKey
});

const change = v.object({ ...statement, version, submissionKey });
const comment = v.object({
	text: optionalNarrative('what the pack says'),
	version,
	submissionKey
});
const stamp = v.object({ version, submissionKey });

export function parsePackPreparation(typed: Typed) {
	return parseTyped(preparation, withDays(typed));
}

export function parsePackChange(typed: Typed) {
	return parseTyped(change, withDays(typed));
}

export function parsePackComment(typed: Typed) {
	return parseTyped(comment, typed);
}

/** For putting aside and issuing, which say nothing more. */
export function parsePackStep(typed: Typed) {
	return parseTyped(stamp, typed);
}

function withDays(typed: Typed): Typed {
	return withDay(withDay(typed, 'meetingOn'), 'asAt');
}
