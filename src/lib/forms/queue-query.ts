import { RISK_LEVELS } from '#lib/domain/claim-risk.ts';
import { CODE_SHAPE, parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import {
	QUEUE_SORTS,
	QUEUE_STAGES,
	type QueueFilter,
	type QueueSort,
	type ReviewerFilter
} from '#lib/domain/review-queue.ts';
import { readPage } from './assignment-filter.ts';

export interface QueueQuery {
	readonly filter: QueueFilter;
	readonly sort: QueueSort;
	/** From 1. */
	readonly page: number;
}

/**
 * Reads the address of the review queue. Empty values are no filter, as a form without script sends them.
 * @throws Refusal 'unknown-filter' for a value that no filter has: never a list of more than was asked for
 */
export function readQueueQuery(params: URLSearchParams): QueueQuery {
	const [days] = given(params, 'days');
	const [sort = 'oldest'] = given(params, 'sort');
	return {
		filter: {
			days: days === undefined ? null : wholeNumber('days', days),
			risk: given(params, 'risk').map((text) => oneOf('risk', RISK_LEVELS, text)),
			organisation: given(params, 'organisation').map((text) =>
				shaped('organisation', text, CODE_SHAPE.test(text))
			),
			recommendation: given(params, 'recommendation').map((text) =>
				shaped('recommendation', text, parseReference(text) !== null)
			),
			reviewer: given(params, 'reviewer').map(reviewerOf),
			stage: given(params, 'stage').map((text) => oneOf('stage', QUEUE_STAGES, text))
		},
		sort: oneOf('sort', QUEUE_SORTS, sort),
		page: readPage(params)
	};
}

/** The address as parameters, to link to it with one thing changed. */
export function writeQueueQuery({ filter, sort, page }: QueueQuery) {
	return {
		...filter,
		sort: sort === 'oldest' ? '' : sort,
		page: page > 1 ? page : ''
	};
}

function given(params: URLSearchParams, field: string): string[] {
	return [...new Set(params.getAll(field).filter((value) => value !== ''))];
}

function reviewerOf(text: string): ReviewerFilter {
	return text === 'nobody' ? text : wholeNumber('reviewer', text);
}

function wholeNumber(field: string, text: string): number {
	return Number(shaped(field, text, /^[1-9]\d{0,8}$/.test(text)));
}

function oneOf<Value extends string>(field: string, values: readonly Value[], text: string): Value {
	const found = values.find((value) => value === text);
	if (found === undefined) throw unknown(field);
	return found;
}

function shaped(field: string, text: string, isRight: boolean): string {
	if (!isRight) throw unknown(field);
	return text;
}

function unknown(field: string): Refusal {
	return new Refusal('unknown-filter', { facts: { field } });
}
