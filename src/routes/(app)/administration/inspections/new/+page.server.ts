import { randomUUID } from 'node:crypto';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseNewInspection } from '#lib/forms/inspection.ts';
import { addInspection } from '#lib/server/services/inspection-changes.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orErrorPage(() => {
		mustBeAbleTo(acting(locals), 'manage-inspections');
		return { submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseNewInspection,
		carryOut: ({ locals }, command) => addInspection(locals.app, acting(locals), command),
		goTo: (_event, { code }) => paths.inspectionSettings(code),
		banner: () => 'inspection-added'
	})
};
