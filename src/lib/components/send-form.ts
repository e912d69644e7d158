import { applyAction, enhance } from '$app/forms';
import { typedOf } from '#lib/forms/parse.ts';
import { UNREACHABLE } from '#lib/wording/reminders.ts';
import type { DraftKeeper } from './draft-keeper.svelte.ts';

/**
 * Sends a form by script. What was typed stays on the page until the browser has moved on, also where no
 * answer comes at all: the error page would take it away.
 * @param onRefused what a page does that a refusal tells to be out of date, such as read itself again
 * @returns what stops it listening
 */
export function sendForm(
	form: HTMLFormElement,
	keeper: DraftKeeper | null,
	onRefused?: () => Promise<void>
): () => void {
	const enhanced = enhance(form, async ({ formData }) => {
		if (keeper) formData.set('draftVersion', String(await keeper.stop()));
		return async ({ result, update }) => {
			const isLost = result.type === 'error' && result.status === undefined;
			await (isLost ? applyAction(lost(formData)) : update({ reset: false }));
			if (!isLost && result.type === 'failure') await onRefused?.();
			if (isLost || result.type !== 'redirect') keeper?.resume();
		};
	});
	return () => enhanced.destroy();
}

function lost(content: FormData) {
	const problems = [{ field: '', message: UNREACHABLE }];
	return {
		type: 'failure',
		status: 503,
		data: { values: typedOf(content), problems }
	} as const;
}
