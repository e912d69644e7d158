import {
	DASHBOARD_FIELDS,
	type AssignmentFilter,
	type DashboardField
} from '#lib/domain/assignment-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readAssignmentListQuery } from './assignment-filter.ts';
import { joinDay } from './fields.ts';

/** What a dashboard, and each of its charts, is about. */
export interface DashboardQuery {
	readonly inspection: string | undefined;
	/** Only of DASHBOARD_FIELDS. */
	readonly filter: AssignmentFilter;
	/** The day at whose end it is read; of today where there is none. */
	readonly asAt?: PlainDate | undefined;
}

/**
 * Reads the address of a dashboard, which is that of a list without what the dashboard itself tells.
 * @throws Refusal 'unknown-filter', also for a filter by status: its numbers would lead to other lists
 */
export function readDashboardQuery(params: URLSearchParams): DashboardQuery {
	const { inspection, filter, asAt } = readAssignmentListQuery(params);
	const fields = Object.keys(filter) as (keyof AssignmentFilter)[];
	const foreign = fields.find((field) => filter[field].length > 0 && !isDashboardField(field));
	if (foreign) throw new Refusal('unknown-filter', { facts: { field: foreign } });
	return { inspection, filter, asAt };
}

/** The address as parameters: every number leads to a list that has these and its own beside them. */
export function writeDashboardQuery({ inspection, filter, asAt }: DashboardQuery) {
	const chosen = DASHBOARD_FIELDS.map((field) => [field, filter[field]] as const);
	return {
		inspection: inspection ?? '',
		...(Object.fromEntries(chosen) as Pick<AssignmentFilter, DashboardField>),
		'as-at': asAt ?? ''
	};
}

/**
 * The day that was typed in three parts, as a form without script sends it: as one text, or as typed where it
 * is no day. Undefined where the three were not sent; empty where they were sent empty.
 */
export function typedAsAt(params: URLSearchParams): string | undefined {
	if (!params.has('as-at-day')) return undefined;
	return joinDay(Object.fromEntries(params), 'as-at') ?? '';
}

function isDashboardField(field: string): boolean {
	return (DASHBOARD_FIELDS as readonly string[]).includes(field);
}
