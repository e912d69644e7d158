import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { paths } from '#lib/wording/paths.ts';
import { WORDING_MAILS } from '#lib/wording/wording-mail.ts';
import type { Queryable } from '../db/open.ts';
import { activeAddress, addressesOf } from '../db/queries/person.ts';
import type { Load } from '../db/queries/wording-load.ts';
import { enqueue } from './enqueue.ts';

/** To whoever loaded it. @param origin what the link begins with */
export async function tellOfReturnedWording(
	tx: Queryable,
	actor: Actor,
	load: Load,
	moment: Moment,
	origin: string
): Promise<void> {
	const address = await activeAddress(tx, load.loadedBy);
	const words = WORDING_MAILS['sent-back'](factsOf(actor, load, moment, origin));
	await enqueue(tx, address === null ? [] : [address], words, moment.at);
}

/** To whoever sent it back; where they sign in no more, to the other inspectors. */
export async function tellOfOfferedWording(
	tx: Queryable,
	actor: Actor,
	load: Load,
	moment: Moment,
	origin: string
): Promise<void> {
	const sender = load.turnBy === null ? null : await activeAddress(tx, load.turnBy);
	const inspectors = sender === null ? await addressesOf(tx, 'inspector', null) : [sender];
	const words = WORDING_MAILS.offered(factsOf(actor, load, moment, origin));
	const others = inspectors.filter((address) => address !== actor.email);
	await enqueue(tx, others, words, moment.at);
}

function factsOf(actor: Actor, load: Load, { today }: Moment, origin: string) {
	return {
		...{ inspection: load.inspectionCode, title: load.inspectionTitle, actorName: actor.name },
		...{ onDay: today, link: origin + paths.wordingLoad(load.key) }
	};
}
