import { randomUUID } from 'node:crypto';
import { parseWithdrawal } from '#lib/forms/evidence.ts';
import { readEvidenceItem } from '#lib/server/reads/evidence-item.ts';
import { withdrawEvidence } from '#lib/server/services/evidence-withdrawal.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	item: await orErrorPage(() => readEvidenceItem(locals.app, acting(locals), params.key)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: async (event) => {
		const actor = acting(event.locals);
		const { app } = event.locals;
		const item = await orErrorPage(() => readEvidenceItem(app, actor, event.params.key));
		return formAction({
			parse: parseWithdrawal,
			carryOut: (_event, command) => withdrawEvidence(app, actor, event.params.key, command),
			goTo: () => paths.evidenceOf(item.recommendation, item.organisationCode),
			banner: () => 'evidence-withdrawn'
		})(event);
	}
};
