import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import {
	handoverAcceptedMail,
	handoverMail,
	reassignedMail,
	type PostMailFacts
} from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import { activeAddress } from '../db/queries/person.ts';
import { lastHolder, type FoundPost } from '../db/queries/post.ts';
import { enqueue } from './enqueue.ts';

/**
 * To whoever takes over the post, where they sign in here and are not the actor.
 * @param origin what the link begins with
 */
export async function tellNewHolder(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	post: FoundPost,
	personId: number | null,
	origin: string
): Promise<void> {
	const link = origin + paths.postHandover(post.organisationCode, post.id);
	const words = handoverMail(factsOf(actor, moment, post, link));
	await enqueue(tx, await addressesBut(tx, actor, [personId]), words, moment.at);
}

/** To whoever opened the handover. */
export async function tellOfAcceptance(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	post: FoundPost,
	openedBy: number,
	origin: string
): Promise<void> {
	const link = origin + paths.post(post.organisationCode, post.id);
	const words = handoverAcceptedMail(factsOf(actor, moment, post, link));
	await enqueue(tx, await addressesBut(tx, actor, [openedBy]), words, moment.at);
}

/** To the holders of both posts. @param count of assignments that were moved */
export async function tellOfReassignment(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	posts: { readonly from: FoundPost; readonly to: FoundPost; readonly count: number },
	origin: string
): Promise<void> {
	const { from, to, count } = posts;
	const link = origin + paths.post(to.organisationCode, to.id);
	const words = reassignedMail({
		...factsOf(actor, moment, to, link),
		from: from.title,
		count
	});
	const holders = [await lastHolder(tx, from.id), await lastHolder(tx, to.id)];
	const people = holders.map((holder) => (holder?.toDay === null ? holder.personId : null));
	await enqueue(tx, await addressesBut(tx, actor, people), words, moment.at);
}

function factsOf(actor: Actor, moment: Moment, post: FoundPost, link: string): PostMailFacts {
	return {
		post: post.title,
		organisation: post.organisationName,
		actorName: actor.name,
		onDay: moment.today,
		link
	};
}

/** The addresses of those of them who can sign in; nobody is told of what they did themselves. */
async function addressesBut(
	tx: Queryable,
	actor: Actor,
	people: readonly (number | null)[]
): Promise<string[]> {
	const addresses: string[] = [];
	for (const personId of people) {
		if (personId === null || personId === actor.personId) continue;
		const address = await activeAddress(tx, personId);
		if (address !== null) addresses.push(address);
	}
	return addresses;
}
