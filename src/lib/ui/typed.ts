import type { TypedDate } from './typed-date.ts';

type Typed = Readonly<Record<string, unknown>> | null | undefined;

/** What was typed into this field before the form came back, or else what it starts with. */
export function typedText(typed: Typed, name: string, otherwise = ''): string {
	const value = typed?.[name];
	if (value === undefined) return otherwise;
	return Array.isArray(value) ? String(value[0] ?? '') : String(value);
}

/** The same for checkboxes. Once a form came back, none ticked means none. */
export function typedList(
	typed: Typed,
	name: string,
	otherwise: readonly string[] = []
): readonly string[] {
	if (!typed) return otherwise;
	const value = typed[name];
	if (value === undefined) return [];
	return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The same for a date in three inputs; it starts with a day 'YYYY-MM-DD' or empty. */
export function typedDate(typed: Typed, name: string, otherwise?: string | null): TypedDate {
	if (typed && `${name}-day` in typed) {
		return {
			day: typedText(typed, `${name}-day`),
			month: typedText(typed, `${name}-month`),
			year: typedText(typed, `${name}-year`)
		};
	}
	const [year, month, day] = otherwise?.split('-') ?? [];
	return { day: plain(day), month: plain(month), year };
}

function plain(part: string | undefined): string | undefined {
	return part?.replace(/^0/, '');
}
