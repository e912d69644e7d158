import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Action } from '#lib/domain/policy.ts';
import { opensHandover, type PostDuty } from '#lib/domain/post.ts';
import { and, desc, eq, like, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';
import { ownerChange } from '../schema/history.ts';
import { post, postHolder } from '../schema/post.ts';
import { handover } from '../schema/requests.ts';
import { mustBeFresh, type FormStamp } from './begin-change.ts';
import { countDuties, findNamedPost, lastHolder, type FoundPost, type PostName } from './post.ts';

/**
 * How every change of who holds a post begins. The stamp's version is that of the post.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or 'stale' with what changed meanwhile
 */
export async function beginPostChange(
	tx: Queryable,
	actor: Actor,
	name: PostName,
	right: Action,
	stamp: FormStamp,
	moment: Moment
): Promise<FoundPost> {
	const found = await findNamedPost(tx, actor, name);
	await mustBeFresh(tx, actor, found, right, stamp, moment, (howMany) =>
		latestChanges(tx, found, howMany)
	);
	return found;
}

/** The post of that title in the organisation, made where there is none. */
export async function ensurePost(
	tx: Queryable,
	organisationId: number,
	title: string
): Promise<{ readonly id: number; readonly isNew: boolean }> {
	const [existing] = await tx
		.select({ id: post.id })
		.from(post)
		.where(and(eq(post.organisationId, organisationId), eq(post.title, title)));
	if (existing) return { id: existing.id, isNew: false };
	const [made] = await tx.insert(post).values({ organisationId, title }).returning({ id: post.id });
	if (!made) throw new Error('The post was not stored');
	return { id: made.id, isNew: true };
}

export interface NewHolder {
	/** As history will show it. */
	readonly name: string;
	/** Null for a holder who does not sign in. */
	readonly personId: number | null;
	readonly fromDay: PlainDate;
	/** Why the holder changes. */
	readonly reason: string | null;
}

/**
 * The holder takes up the post; the one before, if any, ends the same day and stays in history. Where there
 * is something to take over a handover is opened.
 */
export async function takeUpPost(
	tx: Queryable,
	actor: Actor,
	{ at }: Moment,
	postId: number,
	{ name, personId, fromDay, reason }: NewHolder
): Promise<{ readonly previous: string | null; readonly isHandover: boolean }> {
	const last = await lastHolder(tx, postId);
	const isHeld = last?.toDay === null;
	if (isHeld) await endHolder(tx, last.id, fromDay);
	const [taken] = await tx
		.insert(postHolder)
		.values({ postId, personId, name, fromDay })
		.returning({ id: postHolder.id });
	if (!taken) throw new Error('The holder was not stored');
	const assignments = await countDuties(tx, postId);
	const isHandover = opensHandover({ hadHolder: last !== undefined, assignments });
	if (isHandover) {
		await tx.insert(handover).values({
			postId,
			fromHolderId: last?.id ?? null,
			toHolderId: taken.id,
			at,
			openedBy: actor.personId,
			reason
		});
	}
	return { previous: isHeld ? last.name : null, isHandover };
}

export async function endHolder(tx: Queryable, holderId: number, toDay: PlainDate): Promise<void> {
	await tx.update(postHolder).set({ toDay }).where(eq(postHolder.id, holderId));
}

/** One line of the history of who owns or delivers an assignment. */
export async function keepOwnerChange(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	change: {
		readonly assignmentId: number;
		readonly duty: PostDuty;
		readonly postId: number | null;
		readonly reason?: string | null;
	}
): Promise<void> {
	await tx.insert(ownerChange).values({
		...change,
		at: moment.at,
		onDay: moment.today,
		actorId: actor.personId
	});
}

/** The last sentences about who holds the post, latest first. */
function latestChanges(tx: Queryable, found: FoundPost, howMany: number) {
	return tx
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(
			and(
				eq(auditEntry.organisationId, found.organisationId),
				like(auditEntry.action, 'post.%'),
				sql`json_extract(${auditEntry.particulars}, '$.postId') = ${found.id}`
			)
		)
		.orderBy(desc(auditEntry.sequence))
		.limit(Math.max(1, Math.min(howMany, 20)));
}
