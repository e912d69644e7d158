import { FILTER_VALUES } from '#lib/domain/assignment-filter.ts';
import { CODE_SHAPE } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readAssignmentListQuery } from './assignment-filter.ts';

/** The fields of a list's address that narrow it; how a page of it is drawn is not asked by programs. */
export const PROGRAM_FILTERS = [
	...Object.keys(FILTER_VALUES),
	...['recommendation', 'waitsOn', 'organisation', 'theme', 'period'],
	...['dueBy', 'originallyDueBy', 'q']
] as readonly string[];

export const PROGRAM_PAGE = ['inspection', 'limit', 'cursor'] as const;

/**
 * What a program asks of the list of assignments: the same filter as the page has.
 * @param most the largest limit, which is also what is given where none is asked for
 * @throws Refusal 'unknown-filter' or 'wrong-parameter'
 */
export function readProgramQuery(params: URLSearchParams, most: number) {
	const { inspection, filter } = readAssignmentListQuery(params);
	return { inspection, filter, page: { limit: limitOf(params, most), after: cursorOf(params) } };
}

/** Where the next answer goes on: nobody has to understand it. */
export function cursorText({ number, organisation }: { number: number; organisation: string }) {
	return Buffer.from(`${number} ${organisation}`).toString('base64url');
}

function limitOf(params: URLSearchParams, most: number): number {
	const text = params.get('limit');
	if (text === null) return most;
	if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refusal('wrong-parameter', { field: 'limit' });
	return Math.min(Number(text), most);
}

function cursorOf(params: URLSearchParams) {
	const text = params.get('cursor');
	if (text === null) return undefined;
	const [number = '', organisation = ''] = Buffer.from(text, 'base64url').toString().split(' ');
	if (!/^[1-9]\d{0,2}$/.test(number) || !CODE_SHAPE.test(organisation)) {
		throw new Refusal('wrong-parameter', { field: 'cursor' });
	}
	return { number: Number(number), organisation };
}
