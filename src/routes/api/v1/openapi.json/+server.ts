import { openApiDescription } from '#lib/server/exchange/open-api.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For everybody: it says what can be asked, and nothing of the register. */
export const GET: RequestHandler = ({ locals }) =>
	json(openApiDescription(locals.app.origin), { headers: { 'cache-control': 'no-cache' } });
