import type { DraftTyped } from '#lib/domain/draft.ts';
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

/**
 * What stands in the fields: typed and sent back, or else the draft. Of a draft that was begun about something
 * else, such as an earlier claim, the texts stay and nothing is selected.
 * @param about what the form is about now, where that can change under its draft
 */
export function typedOrDraft(
	form: TypedForm | null | undefined,
	draft: Kept,
	about?: string
): TypedForm | null {
	if (form) return form;
	if (!draft.typed) return null;
	const kept = Object.entries(draft.typed).filter(
		([name]) => !isOfEarlier(draft, about) || /^(reason|why-\d+)$/.test(name)
	);
	return { values: Object.fromEntries(kept), problems: [] };
}

/** Whether the draft was begun about something else than the form is about now. */
export function isOfEarlier({ typed }: Kept, about: string | undefined): boolean {
	const begun = typed?.['about'];
	return about !== undefined && begun !== undefined && begun !== about;
}

interface Kept {
	readonly typed?: DraftTyped | null;
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
