import { randomUUID } from 'node:crypto';
import type { Action } from '#lib/domain/policy.ts';
import type { Typed } from '#lib/forms/parse.ts';
import { readAssignmentForm } from '#lib/server/reads/assignment-form.ts';
import { listFrom } from '#lib/wording/from.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from './acting.ts';
import { orErrorPage } from './form-action.ts';

type AssignmentEvent = Pick<RequestEvent, 'locals' | 'params'>;

export function nameOf({ params }: AssignmentEvent) {
	return { reference: params.ref ?? '', organisation: params.org ?? '' };
}

/** The assignment; or the list that its form was opened from, with its filters. */
export function backToAssignment(
	event: AssignmentEvent,
	_command?: unknown,
	_result?: unknown,
	typed: Typed = {}
): string {
	const from = listFrom(typed['from']);
	if (from !== undefined) return from;
	const { reference, organisation } = nameOf(event);
	return paths.assignment(reference, organisation);
}

export function backToEvidence(event: AssignmentEvent): string {
	const { reference, organisation } = nameOf(event);
	return paths.evidenceOf(reference, organisation);
}

/** The load of every form about an assignment; `action` is the right that the form needs. */
export async function loadAssignmentForm(event: AssignmentEvent, action: Action) {
	const { locals } = event;
	const assignment = await orErrorPage(() =>
		readAssignmentForm(locals.app, acting(locals), nameOf(event), action)
	);
	return { assignment, submissionKey: randomUUID() };
}
