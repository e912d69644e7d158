import { isClaimField } from '#lib/forms/claim.ts';
import { paths } from '#lib/wording/paths.ts';
import { nameOf } from '../../../../../../assignment-form.ts';
import type { DraftForm } from '../../../../../../draft-form.ts';

export const claimDraft: DraftForm = {
	action: 'report-complete',
	kind: () => 'claim',
	isKept: isClaimField,
	page(event) {
		const { reference, organisation } = nameOf(event);
		return paths.reportComplete(reference, organisation);
	}
};
