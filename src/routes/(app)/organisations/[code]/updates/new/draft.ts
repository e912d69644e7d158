import { isSeveralField } from '#lib/forms/several-updates.ts';
import { listFrom, withFrom } from '#lib/wording/from.ts';
import { paths } from '#lib/wording/paths.ts';
import type { DraftForm } from '../../../../../draft-form.ts';

export const severalDraft: DraftForm = {
	action: 'add-update',
	kind: () => 'several',
	about: ({ params }) => ({ organisation: params['code'] ?? '' }),
	isKept: isSeveralField,
	page({ params, url }) {
		const here = paths.severalUpdates(params['code'] ?? '');
		return withFrom(here, listFrom(url.searchParams.get('from')));
	}
};
