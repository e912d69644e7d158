import {
	areUsual,
	ASSIGNMENT_COLUMNS,
	columnsShown,
	type AssignmentColumn
} from '#lib/domain/assignment-columns.ts';
import {
	ASSIGNMENT_SORTS,
	FILTER_VALUES,
	LONGEST_SEARCH,
	LONGEST_THEME,
	NO_FILTER,
	type AssignmentFilter,
	type AssignmentSort
} from '#lib/domain/assignment-filter.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { CODE_SHAPE, parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';

export interface AssignmentListQuery {
	readonly inspection: string | undefined;
	readonly filter: AssignmentFilter;
	readonly sort: AssignmentSort;
	readonly descending: boolean;
	/** In the order of the table. */
	readonly columns: readonly AssignmentColumn[];
	/** From 1. */
	readonly page: number;
	/** The day at whose end the list is read; of today where there is none. */
	readonly asAt?: PlainDate | undefined;
}

type ListField = keyof typeof FILTER_VALUES;

/**
 * Reads the address of a list. Empty values are no filter, as a form without script sends them. A theme, an
 * organisation or a period that the inspection does not have matches nothing: what is in the register is not
 * known here, and an organisation that is not the reader's own must look no other than one that there is not.
 * @throws Refusal 'unknown-filter' for a value that no filter has: never a list of more than was asked for
 */
export function readAssignmentListQuery(params: URLSearchParams): AssignmentListQuery {
	const filter: Record<string, readonly (string | number)[]> = { ...NO_FILTER };
	for (const field of Object.keys(FILTER_VALUES) as ListField[]) {
		filter[field] = given(params, field).map((value) => known(field, value));
	}
	filter['recommendation'] = given(params, 'recommendation').map(wholeNumber);
	for (const field of ['waitsOn', 'organisation']) {
		filter[field] = given(params, field).map((text) => shaped(field, text, CODE_SHAPE.test(text)));
	}
	filter['theme'] = given(params, 'theme').map((text) =>
		shaped('theme', text, text.length <= LONGEST_THEME)
	);
	for (const field of ['period', 'dueBy', 'originallyDueBy']) {
		filter[field] = given(params, field).map((text) =>
			shaped(field, text, parsePlainDate(text) !== null)
		);
	}
	filter['q'] = searchText(params);
	const sort = params.get('sort') || 'reference';
	return {
		inspection: params.get('inspection') || undefined,
		filter: filter as unknown as AssignmentFilter,
		sort: oneOf(ASSIGNMENT_SORTS, sort, 'sort'),
		descending: params.get('order') === 'descending',
		columns: columnsShown(
			given(params, 'column').map((column) => oneOf(ASSIGNMENT_COLUMNS, column, 'column'))
		),
		page: readPage(params),
		asAt: parsePlainDate(params.get('as-at') ?? '') ?? undefined
	};
}

/** @throws Refusal 'unknown-filter' */
export function readPage(params: URLSearchParams): number {
	return wholeNumber(params.get('page') || '1');
}

function given(params: URLSearchParams, field: string): string[] {
	return [...new Set(params.getAll(field).filter((value) => value !== ''))];
}

function known(field: ListField, value: string): string {
	return oneOf<string>(FILTER_VALUES[field], value, field);
}

function oneOf<Value extends string>(
	values: readonly Value[],
	value: string,
	field: string
): Value {
	const found = values.find((candidate) => candidate === value);
	if (found === undefined) throw new Refusal('unknown-filter', { facts: { field } });
	return found;
}

/** What was typed, with its spaces put right. */
function searchText(params: URLSearchParams): string[] {
	const text = (params.get('q') ?? '').replace(/\s+/g, ' ').trim();
	return text === '' ? [] : [shaped('q', text, text.length <= LONGEST_SEARCH)];
}

function shaped(field: string, text: string, isRight: boolean): string {
	if (!isRight) throw new Refusal('unknown-filter', { facts: { field } });
	return text;
}

function wholeNumber(text: string): number {
	if (!/^[1-9]\d{0,5}$/.test(text))
		throw new Refusal('unknown-filter', { facts: { field: 'page' } });
	return Number(text);
}

/** The list's address as parameters, to link to it with one thing changed. */
export function writeAssignmentListQuery(
	query: AssignmentListQuery
): Record<string, string | readonly (string | number)[]> {
	return {
		inspection: query.inspection ?? '',
		...query.filter,
		sort: query.sort === 'reference' ? '' : query.sort,
		order: query.descending ? 'descending' : '',
		column: areUsual(query.columns) ? [] : query.columns,
		page: query.page > 1 ? String(query.page) : '',
		'as-at': query.asAt ?? ''
	};
}

/** The parameters that narrow a list to one recommendation: 'OIC-7'. */
export function namesRecommendation(reference: string): Record<string, string | number> {
	const { inspection = '', number = '' } = parseReference(reference) ?? {};
	return { inspection, recommendation: number };
}
