import { readAsAtQuery } from '#lib/forms/as-at.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { registerBegan, viewOf } from '#lib/server/reads/looking-back.ts';
import { withDay } from '#lib/wording/as-at.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { redirect } from '@sveltejs/kit';
import { acting } from '../../acting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { page, day, values } = readAsAtQuery(url.searchParams);
	const began = await registerBegan(locals.app.db.read);
	if (day === '') return { page, values, began, problems: [] };
	try {
		await viewOf(locals.app, acting(locals), day);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const { message } = refusalMessage(thrown);
		return { page, values, began, problems: [{ field: 'day', message }] };
	}
	redirect(303, withDay(page, day));
};
