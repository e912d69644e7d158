import { SAMPLE_OUTCOMES, SAMPLING_METHODS, type SamplingMethod } from '#lib/domain/sampling.ts';
import * as v from 'valibot';
import { choice, line, optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const size = v.pipe(
	v.string('Enter how many claims to draw'),
	v.trim(),
	v.nonEmpty('Enter how many claims to draw'),
	v.regex(/^[1-9]\d{0,4}$/, 'How many claims to draw must be a whole number, like 12'),
	v.transform(Number)
);

const draw = v.object({
	from: line('which claims to draw from', 20),
	size,
	method: choice(SAMPLING_METHODS, 'Select how to draw'),
	submissionKey
});

const outcome = v.object({
	outcome: choice(SAMPLE_OUTCOMES, 'Select what the check came to'),
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

export function parseDraw(typed: Typed) {
	return parseTyped(draw, typed);
}

export function parseOutcome(typed: Typed) {
	return parseTyped(outcome, typed);
}

/** What the address of the form asks to be shown before anything is drawn. */
export interface PlannedDraw {
	readonly from: string;
	/** Null where none, or none that can be, is asked for. */
	readonly size: number | null;
	readonly method: SamplingMethod;
}

export function readPlannedDraw(params: URLSearchParams): PlannedDraw {
	const parsed = v.safeParse(size, params.get('size') ?? '');
	return {
		from: params.get('from') ?? '',
		size: parsed.success ? parsed.output : null,
		method: params.get('method') === 'weighted-by-risk' ? 'weighted-by-risk' : 'random'
	};
}
