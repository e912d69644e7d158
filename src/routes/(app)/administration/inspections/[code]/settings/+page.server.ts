import { randomUUID } from 'node:crypto';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseInspectionSettings } from '#lib/forms/inspection.ts';
import { readInspectionSettings } from '#lib/server/reads/administration.ts';
import { setInspection } from '#lib/server/services/inspection-changes.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(async () => {
		mustBeAbleTo(acting(locals), 'set-inspection');
		const settings = await readInspectionSettings(locals.app, acting(locals), params.code);
		return { settings, submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseInspectionSettings,
		carryOut: ({ locals, params }, command) =>
			setInspection(locals.app, acting(locals), params.code ?? '', command),
		goTo: ({ params }) => paths.inspectionSettings(params.code ?? ''),
		banner: () => 'inspection-changed'
	})
};
