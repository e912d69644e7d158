import type { Refusal } from '#lib/domain/refusal.ts';
import type { ChangedMeanwhile } from '#lib/domain/several.ts';
import { parseReassignment } from '#lib/forms/reassignment.ts';
import { severalValue } from '#lib/forms/several-updates.ts';
import { readReassignment } from '#lib/server/reads/reassignment.ts';
import { checkReassignment, reassign } from '#lib/server/services/reassignment.ts';
import { leftAloneText } from '#lib/wording/several.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../../acting.ts';
import { formAction } from '../../../../../../form-action.ts';
import { backToPost, postNameOf } from '../../../../../../post-name.ts';
import { drawnOnceStamped } from '../../../../../../sealed.ts';
import type { Actions, PageServerLoad } from './$types';

type PostEvent = Pick<RequestEvent, 'locals' | 'params'>;

export const load: PageServerLoad = (event) => drawnOnceStamped(() => read(event));

export const actions: Actions = {
	/** Nothing is carried out: the answer is the page that counts, or the form again as it was. */
	check: formAction({
		parse: parseReassignment,
		carryOut: async (event, { all, change, ...command }) => {
			const { assignments } = await read(event);
			const chosen = all ? assignments : command.assignments;
			const { app } = event.locals;
			const moved = { ...command, assignments: chosen };
			if (!change) await checkReassignment(app, acting(event.locals), postNameOf(event), moved);
			return chosen.map(({ reference, version }) => severalValue(reference, version));
		},
		answer: (_event, { to, reason, change, submissionKey }, assignment = []) => ({
			values: { to: String(to), reason, submissionKey, assignment },
			...(change ? {} : { confirms: true as const })
		}),
		explain: whatChanged,
		goTo: backToPost
	}),
	move: formAction({
		parse: parseReassignment,
		carryOut: (event, command) =>
			reassign(event.locals.app, acting(event.locals), postNameOf(event), command),
		explain: whatChanged,
		goTo: backToPost,
		banner: () => 'assignments-reassigned'
	})
};

function read(event: PostEvent) {
	return readReassignment(event.locals.app, acting(event.locals), postNameOf(event));
}

function whatChanged({ code, facts }: Refusal) {
	if (code !== 'several-changed') return null;
	return (facts['changed'] as ChangedMeanwhile[]).map((changed) => ({
		field: 'assignment',
		message: `${leftAloneText(changed)} Nothing was moved.`
	}));
}
