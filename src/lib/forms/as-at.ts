import { parsePlainDate, partsOf } from '#lib/domain/plain-date.ts';
import { safeNext } from '#lib/wording/safe-next.ts';
import { paths } from '#lib/wording/paths.ts';
import { joinDay } from './fields.ts';

export interface AsAtQuery {
	/** The page to see as it was: a path of this service. */
	readonly page: string;
	/** As typed, in one or in three parts; empty where none was. */
	readonly day: string;
	/** What the three fields show. */
	readonly values: Readonly<Record<string, string>>;
}

/** Reads the address of the page where a day is chosen. */
export function readAsAtQuery(params: URLSearchParams): AsAtQuery {
	const typed = Object.fromEntries(params);
	const day = params.get('day') || (joinDay(typed, 'day') ?? '');
	const page = safeNext(params.get('page') ?? '');
	return { page: page === '/' ? paths.recommendations() : page, day, values: fieldsOf(typed, day) };
}

function fieldsOf(typed: Readonly<Record<string, string>>, day: string) {
	const whole = parsePlainDate(day);
	if (!whole || 'day-day' in typed) return typed;
	const parts = partsOf(whole);
	return {
		'day-day': String(parts.day),
		'day-month': String(parts.month),
		'day-year': String(parts.year)
	};
}
