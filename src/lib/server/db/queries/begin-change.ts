import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo, type Action, type Subject } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Queryable } from '../open.ts';
import { claimSubmission } from './submission.ts';

/** What every form that changes a thing sends beside its own fields. */
export interface FormStamp {
	/** The version that the page was drawn from. */
	readonly version: number;
	/** Given to the form when it was shown: carried out once. */
	readonly submissionKey: string;
}

/**
 * How every change begins, of what was found because it is theirs to see: theirs to do, not done already, not
 * overtaken.
 * @param latestChanges the last sentences that counted the version on, latest first
 * @throws Refusal 'not-allowed', 'already-submitted', or 'stale' with what changed meanwhile
 */
export async function mustBeFresh(
	tx: Queryable,
	actor: Actor,
	found: Subject & { readonly version: number },
	right: Action,
	stamp: FormStamp,
	moment: Moment,
	latestChanges: (howMany: number) => PromiseLike<readonly { sentence: string; at: number }[]>
): Promise<void> {
	mustBeAbleTo(actor, right, found);
	await claimSubmission(tx, actor, stamp.submissionKey, moment);
	if (found.version === stamp.version) return;
	const changes = await latestChanges(found.version - stamp.version);
	throw new Refusal('stale', { facts: { version: found.version, changes } });
}
