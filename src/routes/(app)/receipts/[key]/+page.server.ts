import { readReceipt } from '#lib/domain/receipt.ts';
import { readReceiptOf } from '#lib/server/reads/receipt.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { content, ...receipt } = await orErrorPage(() =>
		readReceiptOf(locals.app, acting(locals), params.key)
	);
	return { receipt, content: readReceipt(content) };
};
