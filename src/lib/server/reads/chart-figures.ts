import { momentOf } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import { listRecommendations } from '../db/queries/recommendation.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { countBy, noCounts, sumCounts } from './counts.ts';

/**
 * What the charts of one inspection are drawn from: national counts, which everybody who signs in may see.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readChartFigures(context: Context, code: string | undefined) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspection = chooseInspection(await listInspections(read), code);
	// No chart shows who has reported, so no reporting period is asked for.
	const counts = await countBy(read, 'recommendation', {
		inspectionId: inspection.id,
		periods: [],
		today
	});
	const rows = await listRecommendations(read, inspection.id);
	return {
		inspectionCode: inspection.code,
		today,
		timeliness: sumCounts([...counts.values()]).timeliness,
		recommendations: rows.map(({ id, number, title }) => ({
			reference: recommendationReference(inspection.code, number),
			title,
			counts: (counts.get(id) ?? noCounts()).statuses
		}))
	};
}
