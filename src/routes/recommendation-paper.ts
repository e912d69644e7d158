import { recommendationSheet } from '#lib/server/documents/recommendation-sheet.ts';
import { readRecommendationSheet } from '#lib/server/reads/recommendation-sheet.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { viewing } from './looking-back.ts';

/**
 * The sheet of a recommendation, for its page and its file.
 * @throws Refusal 'not-found'
 */
export async function recommendationPaper(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	reference: string
) {
	const { context, actor, asAt } = await viewing(event);
	const sheet = await readRecommendationSheet(context, actor, reference);
	const { isSample } = await readServiceFacts(context.db);
	const { origin } = event.locals.app;
	const paper = recommendationSheet(sheet, { isSample, origin, at: context.clock.now() });
	return { isSample, asAt, today: sheet.today, reference: sheet.reference, paper };
}
