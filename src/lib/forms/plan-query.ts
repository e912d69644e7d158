import { PLAN_FILTER_VALUES, type PlanFilter } from '#lib/domain/plan-filter.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readPage } from './assignment-filter.ts';

export interface PlanQuery {
	readonly filter: PlanFilter;
	/** From 1. */
	readonly page: number;
}

/** Reads the address of an organisation's plan. @throws Refusal 'unknown-filter' */
export function readPlanQuery(params: URLSearchParams): PlanQuery {
	return {
		filter: { state: chosen(params, 'state'), only: chosen(params, 'only') },
		page: readPage(params)
	};
}

/** The address as parameters, to link to it with one thing changed. */
export function writePlanQuery({ filter, page }: PlanQuery) {
	return { ...filter, page: page > 1 ? page : '' };
}

function chosen<Field extends keyof PlanFilter>(params: URLSearchParams, field: Field) {
	const values: readonly string[] = PLAN_FILTER_VALUES[field];
	const given = [...new Set(params.getAll(field).filter((value) => value !== ''))];
	if (!given.every((value) => values.includes(value))) {
		throw new Refusal('unknown-filter', { facts: { field } });
	}
	return given as unknown as PlanFilter[Field];
}
