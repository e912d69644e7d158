import { randomUUID } from 'node:crypto';
import { pointKey, type ClaimProblem } from '#lib/domain/claim-check.ts';
import type { Refusal } from '#lib/domain/refusal.ts';
import { isClaimField, linkField, parseClaim } from '#lib/forms/claim.ts';
import { readClaimForm } from '#lib/server/reads/claim-form.ts';
import { reportComplete } from '#lib/server/services/claims.ts';
import { claimProblemText } from '#lib/wording/claim.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, nameOf } from '../../../../../../assignment-form.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../../draft-form.ts';
import { linkToRequest } from '../../../../../../exemption-first.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

const claimDraft = assignmentDraft('claim', 'report-complete', isClaimField, paths.reportComplete);

export const load: PageServerLoad = async (event) => ({
	...(await orErrorPage(() =>
		readClaimForm(event.locals.app, acting(event.locals), nameOf(event))
	)),
	draft: await loadDraft(event, claimDraft),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	claim: formAction({
		parse: parseClaim,
		carryOut: (event, command) =>
			reportComplete(event.locals.app, acting(event.locals), nameOf(event), command),
		// The second of two submits has no receipt of its own; the assignment links to it.
		goTo: (event, _command, made) =>
			made ? paths.receipt(made.receiptKey) : backToAssignment(event),
		explain: everyProblem,
		banner: () => 'report-complete'
	}),
	...draftActions(claimDraft)
};

function everyProblem(refusal: Refusal, event: RequestEvent) {
	const { code, facts } = refusal;
	if (code !== 'claim-incomplete') return linkToRequest(refusal, event);
	return (facts['problems'] as ClaimProblem[]).map((problem) => ({
		// A part is met elsewhere; here only the evidence for it is selected.
		field: problem.code === 'nothing-shows-it' ? linkField(pointKey(problem.point)) : '',
		message: claimProblemText(problem)
	}));
}
