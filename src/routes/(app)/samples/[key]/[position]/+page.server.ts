import { randomUUID } from 'node:crypto';
import { readId } from '#lib/forms/fields.ts';
import { parseOutcome } from '#lib/forms/sample.ts';
import { readSampleItem } from '#lib/server/reads/sample.ts';
import { recordOutcome } from '#lib/server/services/samples.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const item = await orErrorPage(() =>
		readSampleItem(locals.app, acting(locals), params.key, positionOf({ params }))
	);
	return { item, sampleKey: params.key, submissionKey: randomUUID() };
};

export const actions: Actions = {
	default: formAction({
		parse: parseOutcome,
		carryOut: (event, command) =>
			recordOutcome(
				event.locals.app,
				acting(event.locals),
				event.params.key ?? '',
				positionOf(event),
				command
			),
		goTo: ({ params }) => paths.sample(params.key ?? ''),
		banner: () => 'outcome-recorded'
	})
};

/** What is no number is no claim's. */
function positionOf({ params }: Pick<RequestEvent, 'params'>): number {
	return readId(params.position ?? null) ?? 0;
}
