import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
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
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'accept-wording');
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, command, 'checker', moment);
		if (found.standing === 'sent-back') throw new Refusal('wording-sent-back');
		const reason = written(command.reason, 'reason');
		await writeTurn(tx, actor, found, 'sent-back', reason, moment);
		await say(tx, 'wording.send-back', actor, found, { reason }, moment);
		await tellOfReturnedWording(tx, actor, found, moment, context.origin);
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
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'load-wording');
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, command, 'loader', moment);
		if (found.standing !== 'sent-back') throw new Refusal('wording-not-sent-back');
		const note = written(command.note, 'note');
		await writeTurn(tx, actor, found, 'offered', note, moment);
		await say(tx, 'wording.offer', actor, found, { note }, moment);
		await tellOfOfferedWording(tx, actor, found, moment, context.origin);
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
