import { readReceiptOf } from '#lib/server/reads/receipt.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { RequestHandler } from './$types';

/** The bytes that the receipt's hash is taken over, and not one more. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const receipt = await orErrorPage(() => readReceiptOf(locals.app, acting(locals), params.key));
	const name = `receipt-${receipt.recommendation}-${receipt.organisationCode}.json`;
	return new Response(receipt.content, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
