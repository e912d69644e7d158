import { readPack } from '#lib/server/reads/board-packs.ts';
import { readPackExceptions } from '#lib/server/reads/pack-exceptions.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	drawnOnce(async () => {
		const actor = acting(locals);
		const read = await readPack(locals.app, actor, params.key);
		const { pack } = read;
		const isDraft = pack.number === null && pack.droppedAt === null;
		const exceptions = isDraft ? await readPackExceptions(locals.app, actor, pack) : [];
		return { ...read, isDraft, exceptions, origin: locals.app.origin };
	});
