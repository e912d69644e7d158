import { MATRIX_SHOWS, type MatrixShow } from '#lib/domain/matrix.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readAssignmentListQuery, writeAssignmentListQuery } from './assignment-filter.ts';
import type { AssignmentListQuery } from './assignment-filter.ts';

export interface MatrixAddress extends AssignmentListQuery {
	readonly show: MatrixShow;
}

/**
 * Reads the address of the matrix: that of a list, and what its cells show.
 * @throws Refusal 'unknown-filter'
 */
export function readMatrixQuery(params: URLSearchParams): MatrixAddress {
	const asked = params.get('show') || MATRIX_SHOWS[0];
	const show = MATRIX_SHOWS.find((known) => known === asked);
	if (!show) throw new Refusal('unknown-filter', { facts: { field: 'show' } });
	const query = readAssignmentListQuery(params);
	// What the cells show is chosen by the key: a list cannot be narrowed by the same field twice.
	const filter = show === 'status' ? query.filter : { ...query.filter, [show]: [] };
	return { ...query, filter, show };
}

/** Its parameters, to link to it with one thing changed. */
export function writeMatrixQuery({ show, ...query }: MatrixAddress) {
	return { ...writeAssignmentListQuery(query), show: show === MATRIX_SHOWS[0] ? '' : show };
}
