import MatrixSheet from '#lib/components/MatrixSheet.svelte';
import { momentOf } from '#lib/domain/clock.ts';
import { readMatrixQuery } from '#lib/forms/matrix-query.ts';
import { readMatrix } from '#lib/server/reads/matrix.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { render } from 'svelte/server';
import { viewing } from '../../../looking-back.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

/** Every sheet that an address of the matrix asks for, sent as it is drawn: all of them on paper, or at once to read. */
export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const query = readMatrixQuery(event.url.searchParams);
		const { context, actor } = await viewing(event);
		const first = await readMatrix(context, actor, query);
		const { isSample } = await readServiceFacts(event.locals.app.db);
		event.locals.pieces = drawn();
		return { query, isSample, today: momentOf(context.clock).today };

		async function* drawn() {
			for (const sheet of first.sheets) yield draw(sheet);
			for (const { code } of first.waiting) {
				const { sheets } = await readMatrix(context, actor, { ...query, inspection: code });
				for (const sheet of sheets) yield draw(sheet);
			}
		}

		function draw(sheet: (typeof first.sheets)[number]): string {
			const { isNational } = first;
			return render(MatrixSheet, { props: { sheet, query, isNational, isOneOfAll: true } }).body;
		}
	});
