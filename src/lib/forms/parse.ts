import * as v from 'valibot';

/** One thing to mend, in words; `field` is the input's name. */
export interface FieldProblem {
	readonly field: string;
	readonly message: string;
	/** Where to mend it, when that is on another page. */
	readonly href?: string;
}

export type Parsed<Command> =
	| { readonly ok: true; readonly command: Command }
	| { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What was typed, by input name; repeated inputs are a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Runs the schema over what was typed. At most one problem a field: the first. */
export function parseTyped<Schema extends v.GenericSchema<unknown, unknown>>(
	schema: Schema,
	typed: Typed
): Parsed<v.InferOutput<Schema>> {
	const result = v.safeParse(schema, { ...unsent(schema), ...typed });
	if (result.success) return { ok: true, command: result.output };
	const problems = new Map<string, string>();
	for (const issue of result.issues) {
		const field = String(issue.path?.[0]?.key ?? '');
		if (!problems.has(field)) problems.set(field, issue.message);
	}
	return { ok: false, problems: [...problems].map(([field, message]) => ({ field, message })) };
}

/**
 * Every field of the form as not sent. Browsers leave out a question of which nothing is selected, and of what
 * is left out the library says in words of its own that a key is missing.
 */
function unsent(schema: object): Record<string, undefined> {
	const fields = 'entries' in schema ? Object.keys(schema.entries as object) : [];
	return Object.fromEntries(fields.map((field) => [field, undefined]));
}

/** The text inputs of a form; files are left out. Line ends become '\n', as everywhere in the service. */
export function typedOf(
	form: Iterable<[string, FormDataEntryValue]>
): Record<string, string | string[]> {
	const typed: Record<string, string | string[]> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		const text = value.replace(/\r\n?/g, '\n');
		const before = Object.hasOwn(typed, name) ? typed[name] : undefined;
		typed[name] = before === undefined ? text : [before, text].flat();
	}
	return typed;
}
