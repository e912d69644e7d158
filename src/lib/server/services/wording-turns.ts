import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { WordingTurn } from '#lib/domain/wording-load.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import type { Queryable } from '../db/open.ts';
import type { Load } from '../db/queries/wording-load.ts';
import { beginOnLoad, changeLoad, writeTurn } from '../db/queries/wording-standing.ts';
import { tellOfOfferedWording, tellOfReturnedWording } from '../mail/wording-loads.ts';

/**
 * The second checker gives the wording back to whoever loaded it, to be corrected. Until it is offered again
 * nobody accepts it.
 * @throws Refusal 'not-allowed', 'reason-needed', 'wording-sent-back' where it is with its loader already, or as
 *   `beginOnLoad`
 */
export async function sendBack(
	context: Context,
	actor: Actor,
	key: string,
	command: FormStamp & { readonly reason: string }
): Promise<void> {
	mustBeAbleTo(actor, 'accept-wording');
	await handOver(context, actor, key, command, {
		...{ whose: 'checker', step: 'sent-back', action: 'wording.send-back' },
		...{ text: command.reason, field: 'reason' },
		tell: tellOfReturnedWording,
		check({ standing }) {
			if (standing === 'sent-back') throw new Refusal('wording-sent-back');
		}
	});
}

/**
 * Whoever loaded the wording has put it right and offers it to be checked again.
 * @throws Refusal 'not-allowed', 'note-needed', 'wording-not-sent-back', or as `beginOnLoad`
 */
export async function offerAgain(
	context: Context,
	actor: Actor,
	key: string,
	command: FormStamp & { readonly note: string }
): Promise<void> {
	mustBeAbleTo(actor, 'load-wording');
	await handOver(context, actor, key, command, {
		...{ whose: 'loader', step: 'offered', action: 'wording.offer' },
		...{ text: command.note, field: 'note' },
		tell: tellOfOfferedWording,
		check({ standing }) {
			if (standing !== 'sent-back') throw new Refusal('wording-not-sent-back');
		}
	});
}

/**
 * The wording is not taken, with the reason; it stays in the record. Whoever loaded it may do so too. An
 * inspection that it proposed does not come into the register.
 * @throws Refusal 'not-allowed', 'reason-needed', or as `beginOnLoad`
 */
export async function putAside(
	context: Context,
	actor: Actor,
	key: string,
	command: FormStamp & { readonly reason: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'load-wording');
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, command, 'either', moment);
		const reason = written(command.reason, 'reason');
		await changeLoad(tx, found, {
			...{ outcome: 'put-aside', settledBy: actor.personId, settledAt: moment.at, reason }
		});
		await say(tx, 'wording.put-aside', actor, found, { reason }, moment);
	});
}

interface HandOver {
	readonly whose: 'loader' | 'checker';
	readonly step: WordingTurn;
	readonly action: string;
	/** The words that go with it, and their field. */
	readonly text: string;
	readonly field: 'reason' | 'note';
	readonly tell: typeof tellOfReturnedWording;
	/** @throws Refusal where it is on the other side already */
	readonly check: (load: Load) => void;
}

/** It goes to the other side, which is told and reads the words in the service. */
async function handOver(
	context: Context,
	actor: Actor,
	key: string,
	stamp: FormStamp,
	{ whose, step, action, text, field, tell, check }: HandOver
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, stamp, whose, moment);
		check(found);
		const note = written(text, field);
		await writeTurn(tx, actor, found, step, note, moment);
		await say(tx, action, actor, found, { [field]: note }, moment);
		await tell(tx, actor, found, moment, context.origin);
	});
}

function written(text: string, field: 'reason' | 'note'): string {
	const words = writtenOrNull(text);
	if (words === null) throw new Refusal(`${field}-needed`, { field });
	return words;
}

async function say(
	tx: Queryable,
	action: string,
	actor: Actor,
	{ inspectionCode, loader }: Load,
	words: Readonly<Record<string, string>>,
	moment: Moment
): Promise<void> {
	const particulars = { reference: inspectionCode, loader, ...words };
	await record(tx, { action, actor, moment, particulars });
}
