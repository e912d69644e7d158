import { parseDraw, readPlannedDraw } from '#lib/forms/sample.ts';
import { readSampleForm } from '#lib/server/reads/samples.ts';
import { drawClaims } from '#lib/server/services/samples.ts';
import { paths } from '#lib/wording/paths.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { acting } from '../../../acting.ts';
import { formAction } from '../../../form-action.ts';
import { drawnOnceStamped } from '../../../sealed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnceStamped(async () => {
		const planned = readPlannedDraw(url.searchParams);
		const draw = await readSampleForm(locals.app, acting(locals), planned);
		const asked = url.searchParams.get('size');
		const isWrong = asked !== null && draw.planned === null && draw.most > 0;
		const refusal = { code: 'sample-too-large', facts: { most: draw.most } };
		const problem = isWrong ? refusalMessage(refusal).message : null;
		return { draw, asked: asked ?? '', problem };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseDraw,
		carryOut: ({ locals }, command) => drawClaims(locals.app, acting(locals), command),
		goTo: (_event, _command, key) => (key === undefined ? paths.samples() : paths.sample(key)),
		banner: () => 'sample-drawn'
	})
};
