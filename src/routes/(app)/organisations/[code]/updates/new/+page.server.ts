import { randomUUID } from 'node:crypto';
import { NO_DRAFT } from '#lib/domain/draft.ts';
import type { ChangedMeanwhile } from '#lib/domain/several.ts';
import type { Refusal } from '#lib/domain/refusal.ts';
import type { Typed } from '#lib/forms/parse.ts';
import { parseSeveralUpdates, severalValue } from '#lib/forms/several-updates.ts';
import { readSeveralUpdates } from '#lib/server/reads/several-updates.ts';
import { addUpdates, checkUpdates } from '#lib/server/services/progress-updates.ts';
import { listFrom } from '#lib/wording/from.ts';
import { paths } from '#lib/wording/paths.ts';
import { changedText, leftAloneText } from '#lib/wording/several.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../acting.ts';
import { draftActions, loadDraft } from '../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import { severalDraft } from './draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const several = await orErrorPage(() => read(event));
	const { typed, ...draft } = await loadDraft(event, severalDraft);
	return { ...several, draft, start: typed, submissionKey: randomUUID() };
};

/** The organisation; or the page that the form was opened from, with its filters. */
function goTo({ params }: RequestEvent, _command: unknown, _result: unknown, typed: Typed): string {
	return listFrom(typed['from']) ?? paths.organisation(params['code'] ?? '');
}

export const actions: Actions = {
	/** Nothing is carried out: the answer is the page that counts, or the form again as it was. */
	check: formAction({
		parse: parseSeveralUpdates,
		carryOut: async (event, command) => {
			if (command.change) {
				await read(event);
				return [];
			}
			const { locals, params } = event;
			return checkUpdates(locals.app, acting(locals), params['code'] ?? '', command);
		},
		answer: (_event, { change, assignments, ...said }, leftAlone) => {
			const isLeft = new Set(leftAlone.map(({ reference }) => reference));
			const assignment = assignments
				.filter(({ reference }) => !isLeft.has(reference))
				.map((one) => severalValue(one.reference, one.version));
			const { confidence = '', from = '', draftVersion = NO_DRAFT } = said;
			const more = { confidence, from, draftVersion: String(draftVersion) };
			const values = { ...said, ...more, assignment };
			return change ? { values } : { values, confirms: leftAlone.map(leftAloneText) };
		},
		explain: whatChanged,
		goTo
	}),
	publish: formAction({
		parse: parseSeveralUpdates,
		carryOut: ({ locals, params }, command) =>
			addUpdates(locals.app, acting(locals), params['code'] ?? '', command),
		explain: whatChanged,
		goTo,
		banner: () => 'updates-added'
	}),
	...draftActions(severalDraft)
};

function read({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	return readSeveralUpdates(locals.app, acting(locals), params['code'] ?? '');
}

function whatChanged({ code, facts }: Refusal) {
	if (code !== 'several-changed') return null;
	return (facts['changed'] as ChangedMeanwhile[]).map((changed) => ({
		field: 'assignment',
		message: changedText(changed)
	}));
}
