import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { SAMPLE_NOTICE } from '#lib/wording/service.ts';
import { error, text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/**
 * The foot of every printed sheet: as at when, and whether the data is invented. A margin box can only take
 * its text from a stylesheet, and the policy lets no style into the page itself.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
	const day = parsePlainDate(url.searchParams.get('day') ?? '');
	if (!day) error(404, 'There is no such day');
	const { isSample } = await readServiceFacts(locals.app.db);
	const asAt = `Data as at ${formatDay(day)}`;
	const words = isSample ? `${SAMPLE_NOTICE.title}. ${asAt}` : asAt;
	const pages = ['official', 'official-sensitive']
		.flatMap((marking) => [marking, `${marking}-landscape`])
		.flatMap((page) => [page, `${page}-sample`])
		.map((page) => `@page ${page} { @bottom-left { content: '${words}' !important; } }`);
	return text(`${pages.join('\n')}\n`, {
		headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, max-age=3600' }
	});
};
