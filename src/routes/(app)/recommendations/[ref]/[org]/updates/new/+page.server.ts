import { parseProgressUpdate, typedFromUpdate } from '#lib/forms/progress-update.ts';
import { readUpdateToCorrect } from '#lib/server/reads/update-form.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { paths } from '#lib/wording/paths.ts';
import { redirect } from '@sveltejs/kit';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../../assignment-form.ts';
import { draftActions, loadDraft } from '../../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import { correctsIdOf, updateDraft } from './draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const form = await loadAssignmentForm(event, updateDraft.action);
	const { typed, ...draft } = await loadDraft(event, updateDraft);
	const correctsId = correctsIdOf(event);
	if (correctsId === undefined) return { ...form, draft, start: typed, corrects: null };
	const name = nameOf(event);
	const corrects = await orErrorPage(() =>
		readUpdateToCorrect(event.locals.app, acting(event.locals), name, correctsId)
	);
	if (corrects.correctedBy && event.request.method === 'GET') {
		redirect(303, paths.newUpdate(name.reference, name.organisation, corrects.correctedBy.id));
	}
	return { ...form, draft, start: typed ?? typedFromUpdate(corrects), corrects };
};

export const actions: Actions = {
	publish: formAction({
		parse: parseProgressUpdate,
		carryOut: (event, command) =>
			addUpdate(event.locals.app, acting(event.locals), nameOf(event), {
				...command,
				correctsId: correctsIdOf(event)
			}),
		goTo(event, command, result, typed) {
			const { reference, organisation } = nameOf(event);
			if (correctsIdOf(event) === undefined) return backToAssignment(event, command, result, typed);
			return paths.updates(reference, organisation);
		},
		banner: (_command, event) =>
			correctsIdOf(event) === undefined ? 'update-added' : 'update-corrected'
	}),
	...draftActions(updateDraft)
};
