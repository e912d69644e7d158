import { parsePlainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { joinDay } from './fields.ts';
import type { FieldProblem } from './parse.ts';

export interface SummaryQuery {
	readonly inspection: string | undefined;
	readonly organisation: string | undefined;
	readonly since: PlainDate | undefined;
	readonly problems: readonly FieldProblem[];
}

/** Reads the address of a summary, `since` in three parts or as one; no day is said beside its field. */
export function readSummaryQuery(params: URLSearchParams, today: PlainDate): SummaryQuery {
	const typed = params.get('since') || (joinDay(Object.fromEntries(params), 'since') ?? '');
	const since = typed === '' ? undefined : (parsePlainDate(typed) ?? undefined);
	const problems: FieldProblem[] = [];
	if (typed !== '' && !since) {
		problems.push({ field: 'since', message: 'The day must be a real date, like 27 3 2026' });
	} else if (since && since >= today) {
		problems.push({ field: 'since', message: 'The day must be before today' });
	}
	return {
		inspection: params.get('inspection') || undefined,
		organisation: params.get('organisation') || undefined,
		since: problems.length > 0 ? undefined : since,
		problems
	};
}
