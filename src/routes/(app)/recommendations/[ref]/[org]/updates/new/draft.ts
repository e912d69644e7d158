import { updateDraftKind } from '#lib/domain/draft.ts';
import { readId } from '#lib/forms/fields.ts';
import { isUpdateField } from '#lib/forms/progress-update.ts';
import { paths } from '#lib/wording/paths.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { nameOf } from '../../../../../../assignment-form.ts';
import type { DraftForm } from '../../../../../../draft-form.ts';

/** The update that is to be corrected, where the address names one: '?corrects=7'. */
export function correctsIdOf({ url }: Pick<RequestEvent, 'url'>): number | undefined {
	const text = url.searchParams.get('corrects');
	if (text === null) return undefined;
	return readId(text) ?? error(404, 'Page not found');
}

export const updateDraft: DraftForm = {
	action: 'add-update',
	kind: (event) => updateDraftKind(correctsIdOf(event)),
	isKept: isUpdateField,
	page(event) {
		const { reference, organisation } = nameOf(event);
		return paths.newUpdate(reference, organisation, correctsIdOf(event));
	}
};
