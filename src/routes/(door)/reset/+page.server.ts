import { Refusal } from '#lib/domain/refusal.ts';
import { parseResetRequest } from '#lib/forms/sign-in.ts';
import { askForReset } from '#lib/server/services/password-link.ts';
import { failure, readTyped, refused } from '../../form-action.ts';
import { visitorOf } from '../visitor.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const typed = await readTyped(event.request);
		const parsed = parseResetRequest(typed);
		if (!parsed.ok) return failure(422, typed, parsed.problems);
		try {
			await askForReset(event.locals.app, parsed.command.email, visitorOf(event).address);
		} catch (thrown) {
			if (thrown instanceof Refusal) return refused(thrown, typed);
			throw thrown;
		}
		return { values: {}, problems: [], isAsked: true as const };
	}
};
