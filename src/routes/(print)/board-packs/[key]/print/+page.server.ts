import { readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../../../../acting.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	drawnOnce(async () => {
		const { pack, paper, supersededBy } = await readPackPaper(
			locals.app,
			acting(locals),
			params.key
		);
		return { ...(await readServiceFacts(locals.app.db)), pack, paper, supersededBy };
	});
