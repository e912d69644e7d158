import * as v from 'valibot';
import { optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const schema = v.object({
	/** The id of an inspector, or 'nobody'. */
	reviewer: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(?:nobody|[1-9]\d{0,8})$/, 'Select who reviews this claim'),
		v.transform((text) => (text === 'nobody' ? null : Number(text)))
	),
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

/** Who reviews a claim from now on. What more is needed is the domain's to say: `checkReviewer`. */
export function parseReviewer(typed: Typed) {
	const parsed = parseTyped(schema, typed);
	if (!parsed.ok) return parsed;
	const { reviewer, ...command } = parsed.command;
	return { ok: true as const, command: { ...command, reviewerId: reviewer } };
}
