import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Queryable } from '../open.ts';
import { submission } from '../schema/history.ts';

/**
 * Marks the form as carried out, in the transaction that carries it out.
 * @throws Refusal 'already-submitted' for a second submit of the same form
 */
export async function claimSubmission(
	tx: Queryable,
	actor: Actor,
	key: string,
	{ at }: Moment
): Promise<void> {
	const claimed = await tx
		.insert(submission)
		.values({ key, personId: actor.personId, at })
		.onConflictDoNothing()
		.returning({ key: submission.key });
	if (claimed.length === 0) throw new Refusal('already-submitted');
}
