import { NO_FILTER, type AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { CHANGE_KINDS, COMPARABLE, type ChangeKind } from '#lib/domain/comparison.ts';
import { addDays, later, parsePlainDate, partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
import { ALL_INSPECTIONS } from '#lib/domain/matrix.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { paths, withQuery } from '#lib/wording/paths.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { readAssignmentListQuery } from './assignment-filter.ts';
import { joinDay } from './fields.ts';
import type { FieldProblem } from './parse.ts';

export interface ComparisonQuery {
	readonly inspection: string | undefined;
	readonly filter: AssignmentFilter;
	readonly from: PlainDate;
	readonly to: PlainDate;
	/** Those that changed in one of these ways; all that changed where there are none. */
	readonly changes: readonly ChangeKind[];
	readonly page: number;
	readonly problems: readonly FieldProblem[];
	/** What the fields show. */
	readonly values: Readonly<Record<string, string>>;
}

const SPAN_DAYS = 30;

/**
 * Reads the address of a comparison of two days, each in three parts or as one: the last thirty days where none
 * are given. What is wrong with a day is said beside its field, with how to mend it.
 * @param began the first day of the register; null while nothing is in it
 * @throws Refusal 'unknown-filter', also for a filter by how an assignment stands, which each day tells otherwise
 */
export function readComparisonQuery(
	params: URLSearchParams,
	began: PlainDate | null,
	today: PlainDate
): ComparisonQuery {
	const list = readAssignmentListQuery(params);
	const typed = Object.fromEntries(params);
	const problems: FieldProblem[] = [];
	const complain = (field: Field, what: string) => {
		if (problems.some((problem) => problem.field === field)) return;
		problems.push({ field, message: `${NAMES[field]} must be ${what}` });
	};
	const dayOf = (field: Field, otherwise: PlainDate) => {
		const text = params.get(field) || (joinDay(typed, field) ?? '');
		if (text === '') return otherwise;
		const day = parsePlainDate(text);
		if (!day) complain(field, 'a real date, like 27 3 2026');
		else if (day > today) complain(field, `today, ${formatDay(today)}, or in the past`);
		else if (began && day < began) {
			complain(field, `${formatDay(began)}, when the register began, or later`);
		}
		return day ?? otherwise;
	};
	const to = dayOf('to', today);
	const from = dayOf('from', began ? later(began, addDays(to, -SPAN_DAYS)) : to);
	if (problems.length === 0 && from > to) complain('from', 'the second day or an earlier one');
	const isWhole = problems.length === 0;
	return {
		inspection: list.inspection,
		filter: comparable(list.filter),
		...(isWhole ? { from, to } : { from: today, to: today }),
		changes: readChanges(params),
		page: list.page,
		problems,
		values: isWhole ? { ...partsFor('from', from), ...partsFor('to', to) } : typed
	};
}

type Field = 'from' | 'to';
const NAMES: Record<Field, string> = { from: 'The first day', to: 'The second day' };

function comparable(filter: AssignmentFilter): AssignmentFilter {
	for (const [field, values] of Object.entries(filter)) {
		if (values.length > 0 && !(COMPARABLE as readonly string[]).includes(field)) {
			throw new Refusal('unknown-filter', { facts: { field } });
		}
	}
	return filter;
}

function readChanges(params: URLSearchParams): ChangeKind[] {
	return params
		.getAll('change')
		.filter((value) => value !== '')
		.map((value) => {
			const kind = CHANGE_KINDS.find((known) => known === value);
			if (!kind) throw new Refusal('unknown-filter', { facts: { field: 'change' } });
			return kind;
		});
}

function partsFor(field: Field, date: PlainDate): Record<string, string> {
	const { day, month, year } = partsOf(date);
	return {
		[`${field}-day`]: String(day),
		[`${field}-month`]: String(month),
		[`${field}-year`]: String(year)
	};
}

/** Its parameters, to link to it with one thing changed. */
export function writeComparisonQuery(
	query: Pick<ComparisonQuery, 'inspection' | 'filter' | 'from' | 'to' | 'changes' | 'page'>
) {
	const { inspection = '', from, to, changes } = query;
	const page = query.page > 1 ? String(query.page) : '';
	return { ...writeComparable(query.filter), inspection, from, to, change: changes, page };
}

/** What of a filter goes on to a comparison. */
export function writeComparable(filter: AssignmentFilter = NO_FILTER) {
	return Object.fromEntries(COMPARABLE.map((field) => [field, filter[field]]));
}

/** The comparison of an earlier day with today, of what a page is about: its inspection, recommendation and body. */
export function comparisonFrom(
	{ url, params }: { url: URL; params: Readonly<Partial<Record<string, string>>> },
	from: PlainDate
): string {
	const about = parseReference(params['ref'] ?? '');
	const given = Object.fromEntries(
		COMPARABLE.map((field) => [field, url.searchParams.getAll(field)] as const)
	);
	return withQuery(paths.compare(), {
		...given,
		...(about && { recommendation: about.number }),
		...organisationOf(params),
		inspection: about?.inspection ?? inspectionOf(url),
		from
	});
}

function organisationOf({ org, code }: Readonly<Partial<Record<string, string>>>) {
	const organisation = org ?? code;
	return organisation ? { organisation } : {};
}

/** Two days are compared of one inspection at a time. */
function inspectionOf({ searchParams }: URL): string | null {
	const code = searchParams.get('inspection');
	return code === ALL_INSPECTIONS ? null : code;
}
