import { DECISION_BASES } from '#lib/domain/confidence.ts';
import type { Verb } from '#lib/domain/status.ts';
import * as v from 'valibot';
import { optionalChoice, optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.object({
	reason: optionalNarrative('the reasons'),
	basis: optionalChoice(DECISION_BASES, 'Select what the decision rests on'),
	version,
	submissionKey
});

/** What a move needs beyond this is the table's to say: `checkMove` refuses what is missing. */
export function parseMove<V extends Verb>(verb: V, typed: Typed) {
	const parsed = parseTyped(schema, typed);
	return parsed.ok ? { ok: true as const, command: { ...parsed.command, verb } } : parsed;
}
