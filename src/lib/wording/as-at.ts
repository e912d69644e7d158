import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';

/** 'As at the end of 3 May 2026' */
export function asAtWords(day: PlainDate): string {
	return `As at the end of ${formatDay(day)}`;
}

/** A page of the service as it was at the end of a day; the rest of its address stays. */
export function withDay(path: string, day: string): string {
	return changed(path, (params) => params.set('as-at', day));
}

/** The same page today. */
export function withoutDay(path: string): string {
	return changed(path, (params) => params.delete('as-at'));
}

function changed(path: string, change: (params: URLSearchParams) => void): string {
	const [before, query = ''] = path.split('?');
	const params = new URLSearchParams(query);
	change(params);
	return params.size === 0 ? before! : `${before}?${params}`;
}
