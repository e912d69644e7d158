import { randomUUID } from 'node:crypto';
import type { ActionStep } from '#lib/domain/action.ts';
import { readActionForm } from '#lib/server/reads/action.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from './acting.ts';
import { nameOf } from './assignment-form.ts';
import { orErrorPage } from './form-action.ts';

type ActionEvent = Pick<RequestEvent, 'locals' | 'params'>;

export function actionNameOf(event: ActionEvent) {
	return { ...nameOf(event), action: event.params.action ?? '' };
}

/** The plan of the assignment, at one action where one is named. */
export function backToPlan(event: ActionEvent, key = event.params.action): string {
	const { reference, organisation } = nameOf(event);
	const plan = paths.plan(reference, organisation);
	return key === undefined ? plan : `${plan}#action-${key}`;
}

/** The load of every form about an action. */
export async function loadActionForm(event: ActionEvent, step: ActionStep) {
	const { locals } = event;
	const action = await orErrorPage(() =>
		readActionForm(locals.app, acting(locals), actionNameOf(event), step)
	);
	return { action, submissionKey: randomUUID() };
}
