import { Refusal } from '#lib/domain/refusal.ts';
import { viewOf, type View } from '#lib/server/reads/looking-back.ts';
import { paths } from '#lib/wording/paths.ts';
import { withoutDay } from '#lib/wording/as-at.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { acting } from './acting.ts';

/**
 * What a page reads with: of now, or as at the day that its address names. A day that cannot be read is
 * asked for again, with what is wrong with it.
 */
export async function viewing({
	locals,
	url
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<View<App.Locals['app']>> {
	const day = url.searchParams.get('as-at');
	try {
		return await viewOf(locals.app, acting(locals), day);
	} catch (thrown) {
		if (!(thrown instanceof Refusal) || thrown.field !== 'day') throw thrown;
		redirect(303, paths.asAt(withoutDay(url.pathname + url.search), day ?? ''));
	}
}
