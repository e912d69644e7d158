import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { WaitingResponse } from '#lib/domain/waiting.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import type { OpenWait } from '../db/queries/waiting.ts';
import { tellOf } from './assignments.ts';

/**
 * A wait is told to the leads of the body that is waited for, in the name of the body that waits.
 * @param origin what the link begins with
 */
export async function tellOfWait(
	tx: Queryable,
	actor: Actor,
	waiting: FoundAssignment,
	awaited: AssignmentName & {
		readonly title: string;
		readonly organisationId: number;
		readonly organisationName: string;
	},
	moment: Moment,
	origin: string
): Promise<void> {
	const body = { ...actor, name: waiting.organisationName };
	const about = { ...awaited, recommendationTitle: awaited.title };
	await tellOf(tx, body, 'wait-recorded', about, awaited, moment, origin);
}

/**
 * The answer is told to the leads of the body that waits, in the name of the other body: whose hand wrote it
 * is not theirs to know.
 * @param origin what the link begins with
 */
export async function tellOfWaitAnswer(
	tx: Queryable,
	actor: Actor,
	answer: WaitingResponse,
	awaited: FoundAssignment,
	wait: OpenWait,
	moment: Moment,
	origin: string
): Promise<void> {
	const body = { ...actor, name: awaited.organisationName };
	const about = { ...wait, recommendationTitle: wait.title };
	const name = { reference: wait.reference, organisation: wait.organisationCode };
	await tellOf(tx, body, `wait-${answer}`, about, name, moment, origin);
}
