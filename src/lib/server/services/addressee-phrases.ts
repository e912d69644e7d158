import type { Actor } from '#lib/domain/actor.ts';
import { normalPhrase, PATTERNS_MAX } from '#lib/domain/addressee-phrase.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import { matchAddressee } from '#lib/domain/organisation.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeAsSeen } from '#lib/domain/seen.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { listBodies, standingPhrases } from '../db/queries/wording-load.ts';
import { addresseePhrase } from '../db/schema/wording-load.ts';

/**
 * Which organisations a phrase stands for from now on, for what is read after this. None takes the phrase away;
 * what it stood for before stays in the record.
 * @param command.seen as `seenText` of the patterns that the form was drawn from
 * @throws Refusal 'not-allowed', 'already-submitted', 'stale', 'phrase-taken', 'phrase-blank', 'too-many-patterns' or
 *   'unknown-organisation'
 */
export async function setAddresseePhrase(
	context: Context,
	actor: Actor,
	command: {
		readonly phrase: string;
		/** As in an inspection's file: 'police-force:*', 'NCA'. */
		readonly patterns: readonly string[];
		/** It is added: one that is in the table already is refused, not changed. */
		readonly isNew?: boolean;
		readonly seen: string;
		readonly submissionKey: string;
	}
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'load-wording');
	const phrase = normalPhrase(command.phrase);
	const patterns = [...new Set(command.patterns)];
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (isBlank(phrase)) throw new Refusal('phrase-blank', { field: 'phrase' });
		if (patterns.length > PATTERNS_MAX) {
			throw new Refusal('too-many-patterns', { field: 'patterns', facts: { max: PATTERNS_MAX } });
		}
		const bodies = await listBodies(tx);
		const code = patterns.find((pattern) => matchAddressee(pattern, bodies) === null);
		if (code !== undefined) {
			throw new Refusal('unknown-organisation', { field: 'patterns', facts: { code } });
		}
		const before = (await standingPhrases(tx)).get(phrase) ?? [];
		if (command.isNew && before.length > 0) {
			throw new Refusal('phrase-taken', { field: 'phrase', facts: { phrase } });
		}
		mustBeAsSeen({ patterns: before }, command.seen);
		await tx.insert(addresseePhrase).values({
			...{ at: moment.at, onDay: moment.today, phrase, actorId: actor.personId },
			patterns: JSON.stringify(patterns)
		});
		await record(tx, {
			action: 'addressee-phrase.set',
			actor,
			moment,
			particulars: { phrase, patterns: patterns.join(' '), patternsBefore: before.join(' ') }
		});
	});
}
