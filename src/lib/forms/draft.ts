import * as v from 'valibot';
import { parseTyped, type Parsed, type Typed } from './parse.ts';

const version = v.pipe(
	v.string('Open the page again before you save'),
	v.regex(/^\d{1,15}$/, 'Open the page again before you save'),
	v.transform(Number)
);

const schema = v.object({
	draftVersion: version,
	replaces: v.optional(version)
});

/** What a form with a draft sends beside its own fields. */
export function parseDraft(typed: Typed) {
	return parseTyped(schema, typed);
}

/** The version of the draft that is being sent with its form, for its deletion. */
export function draftVersionOf(typed: Typed): number | undefined {
	const result = v.safeParse(version, typed['draftVersion']);
	return result.success ? result.output : undefined;
}

/** Of everything that was typed, the fields that the draft keeps: the form's own and no others. */
export function keptFields(typed: Typed, isKept: (name: string) => boolean): Typed {
	return Object.fromEntries(Object.entries(typed).filter(([name]) => isKept(name)));
}

/** A form that keeps a draft, read as its command with the version of the draft that is sent. */
export function withDraftVersion<Command>(parsed: Parsed<Command>, typed: Typed) {
	if (!parsed.ok) return parsed;
	return { ok: true, command: { ...parsed.command, draftVersion: draftVersionOf(typed) } } as const;
}
