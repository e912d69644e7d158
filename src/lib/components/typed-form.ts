import { partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
import type { FieldProblem, Typed } from '#lib/forms/parse.ts';

/** What a form page gets back when its form was not carried out (see routes/form-action.ts). */
export interface TypedForm {
	readonly values: Typed;
	readonly problems: readonly FieldProblem[];
	readonly conflict?: {
		readonly version: number;
		readonly changes: readonly { readonly sentence: string; readonly at: number }[];
	};
	readonly restored?: true;
	readonly signedOut?: true;
	readonly draftElsewhere?: { readonly version: number; readonly savedAt: number | null };
}

/** What was typed into a field, or what stands there at first. */
export function typedText(form: TypedForm | null | undefined, name: string, first = ''): string {
	const value = form?.values[name];
	return typeof value === 'string' ? value : (value?.[0] ?? first);
}

/** A day as typed, or the day that stands there at first. */
export function typedDay(
	form: TypedForm | null | undefined,
	name: string,
	first: PlainDate | null = null
) {
	const at = first === null ? null : partsOf(first);
	return {
		day: typedText(form, `${name}-day`, at ? String(at.day) : ''),
		month: typedText(form, `${name}-month`, at ? String(at.month) : ''),
		year: typedText(form, `${name}-year`, at ? String(at.year) : '')
	};
}

/** The boxes that were ticked: none, where the form was sent without any; or those that are ticked at first. */
export function typedChoices(
	form: TypedForm | null | undefined,
	name: string,
	first: readonly string[] = []
): readonly string[] {
	return form ? [form.values[name] ?? []].flat() : first;
}

/** The problem with a field, if it has one. */
export function problemOf(form: TypedForm | null | undefined, name: string): string | undefined {
	return form?.problems.find((problem) => problem.field === name)?.message;
}
