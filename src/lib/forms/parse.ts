import * as v from 'valibot';

/** One thing to mend, in words; `field` is the input's name. */
export interface FieldProblem {
	readonly field: string;
	readonly message: string;
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
	const result = v.safeParse(schema, typed);
	if (result.success) return { ok: true, command: result.output };
	const problems = new Map<string, string>();
	for (const issue of result.issues) {
		const field = String(issue.path?.[0]?.key ?? '');
		if (!problems.has(field)) problems.set(field, issue.message);
	}
	return { ok: false, problems: [...problems].map(([field, message]) => ({ field, message })) };
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
