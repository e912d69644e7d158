import { json } from '@sveltejs/kit';
import { chartSource } from '../chart-source.ts';
import type { RequestHandler } from './$types';

/** What a chart is drawn from, for the browser that turns its picture into one that answers to the pointer. */
export const GET: RequestHandler = async (event) => {
	const { source } = await chartSource(event);
	return json(source, { headers: { 'cache-control': 'private, no-cache' } });
};
