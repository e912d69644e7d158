import type { DraftKind } from '#lib/domain/draft.ts';
import type { Action } from '#lib/domain/policy.ts';
import { isExemptionField } from '#lib/forms/exemption.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import type { DraftForm } from '../../../../../draft-form.ts';

/** @param address of the form's own page */
export function exemptionDraft(
	kind: DraftKind,
	action: Action,
	address: (reference: string, organisation: string) => string
): DraftForm {
	return {
		action,
		kind: () => kind,
		isKept: isExemptionField,
		page(event) {
			const { reference, organisation } = nameOf(event);
			return address(reference, organisation);
		}
	};
}
