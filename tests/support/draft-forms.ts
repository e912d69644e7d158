import type { DraftKind } from '#lib/domain/draft.ts';
import type { Form } from './forms.ts';
import { draftsOfAll } from './writing.ts';

/** Saving and discarding the draft of a form. @param fields those of its page that saving keeps and this one does not fill */
export function draftForms(
	form: Omit<Form, 'action'>,
	kind: DraftKind,
	fields: readonly string[] = []
): Form[] {
	return [
		{
			...form,
			action: 'draft',
			fields: { ...form.fields, draftVersion: '0' },
			optional: [...(form.optional ?? []), ...fields]
		},
		{
			...form,
			action: 'discard',
			fields: { draftVersion: '1' },
			optional: [...(form.optional ?? []), ...fields],
			prepare: (app, _scene, staged) =>
				draftsOfAll(app, kind === 'several' ? { id: staged.organisationId } : staged, kind)
		}
	];
}
