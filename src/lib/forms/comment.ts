import * as v from 'valibot';
import { draftVersionOf } from './draft.ts';
import { narrative, submissionKey } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

const NOT_IN_LIST = 'Select people from the list';

const schema = v.object({
	text: narrative('your text'),
	/** One checkbox a person. */
	tell: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())], NOT_IN_LIST), []),
		v.transform((ids) => [ids].flat()),
		v.maxLength(200, NOT_IN_LIST),
		v.check((ids) => ids.every((id) => /^[1-9]\d{0,14}$/.test(id)), NOT_IN_LIST),
		v.transform((ids) => ids.map(Number))
	),
	submissionKey
});

/** What the draft of a comment keeps. */
export function isCommentField(name: string): boolean {
	return name === 'text' || name === 'tell';
}

export function parseComment(typed: Typed) {
	const parsed = parseTyped(schema, typed);
	if (!parsed.ok) return parsed;
	const { text, tell: mentions, submissionKey: key } = parsed.command;
	const command = { text, mentions, submissionKey: key, draftVersion: draftVersionOf(typed) };
	return { ok: true, command } as const;
}
