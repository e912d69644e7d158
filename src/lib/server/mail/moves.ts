import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Verb } from '#lib/domain/status.ts';
import { moveMail } from '#lib/wording/mail.ts';
import type { Queryable } from '../db/open.ts';
import { addressesOf } from '../db/queries/person.ts';
import { enqueue } from './enqueue.ts';

interface MovedAssignment {
	readonly reference: string;
	readonly organisationId: number;
	readonly organisationName: string;
	readonly recommendationTitle: string;
}

/** A claim is told to the inspectors, a decision to the organisation's leads; other moves to nobody. */
export async function tellOfMove(
	tx: Queryable,
	actor: Actor,
	moved: MovedAssignment,
	verb: Verb,
	{ at }: Moment
): Promise<void> {
	const audience = AUDIENCE[verb];
	if (!audience) return;
	const to = await (audience === 'inspectors'
		? addressesOf(tx, 'inspector', null)
		: addressesOf(tx, 'lead', moved.organisationId));
	const others = to.filter((address) => address !== actor.email);
	await enqueue(tx, others, moveMail({ verb, actorName: actor.name, ...moved }), at);
}

const AUDIENCE: Partial<Record<Verb, 'inspectors' | 'leads'>> = {
	'report-complete': 'inspectors',
	confirm: 'leads',
	return: 'leads',
	reopen: 'leads',
	'set-not-applicable': 'leads',
	'set-not-accepted': 'leads',
	'set-no-further-action': 'leads'
};
