import { notAllowed } from '#lib/domain/refusal.ts';
import { readPage } from '#lib/forms/assignment-filter.ts';
import { parseWorkbookChoice } from '#lib/forms/workbook-choice.ts';
import { acceptChanges, refuseChanges } from '#lib/server/exchange/workbook/accept-change.ts';
import { readWorkbookReturn } from '#lib/server/reads/workbook-return.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orErrorPage(() =>
		readWorkbookReturn(locals.app, acting(locals), params.key, readPage(url.searchParams))
	);

const steps = {
	parse: parseWorkbookChoice,
	goTo: ({ params }: { params: Partial<Record<string, string>> }) =>
		paths.workbook(params['key'] ?? ''),
	banner: () => 'workbook-decided'
};

export const actions: Actions = {
	/** Nothing is done: the answer is the page that counts what would be. */
	check: formAction({
		...steps,
		carryOut: async ({ locals, params }) => {
			const { mayDecide } = await readWorkbookReturn(
				locals.app,
				acting(locals),
				params['key'] ?? ''
			);
			if (!mayDecide) throw notAllowed('add-update');
		},
		answer: (_event, { chosen, verdict }) => ({
			values: { change: chosen.map(({ position, version }) => `${position}:${version}`) },
			verdict
		})
	}),
	accept: formAction({
		...steps,
		carryOut: ({ locals, params }, { chosen }) =>
			acceptChanges(locals.app, acting(locals), params['key'] ?? '', chosen)
	}),
	refuse: formAction({
		...steps,
		carryOut: ({ locals, params }, { chosen }) =>
			refuseChanges(
				locals.app,
				acting(locals),
				params['key'] ?? '',
				chosen.map(({ position }) => position)
			)
	})
};
