import { momentOf } from '#lib/domain/clock.ts';
import { readMovementQuery } from '#lib/forms/movement-query.ts';
import { readMovementBetween } from '#lib/server/reads/movement-between.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const query = readMovementQuery(url.searchParams, momentOf(locals.app.clock).today);
		return { query, ...(await readMovementBetween(locals.app, acting(locals), query)) };
	});
