import { readMatrixQuery } from '#lib/forms/matrix-query.ts';
import { readMatrix } from '#lib/server/reads/matrix.ts';
import { viewing } from '../../looking-back.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const query = readMatrixQuery(event.url.searchParams);
		const { context, actor } = await viewing(event);
		return { query, ...(await readMatrix(context, actor, query)) };
	});
