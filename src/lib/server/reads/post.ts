import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { can } from '#lib/domain/policy.ts';
import type { PostDuty } from '#lib/domain/post.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findNamedPost, type PostName } from '../db/queries/post.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { handover } from '../db/schema/requests.ts';
import { PAGE_SIZE } from './assignment-list.ts';

const HOLDERS_SHOWN = 100;

export const DUTY_COLUMNS = {
	accountable: assignment.ownerPostId,
	delivery: assignment.deliveryPostId
} as const;

/**
 * One post: who held it and who holds it, and a page of the assignments that it owns or delivers.
 * @throws Refusal 'not-found' for one that is not there or not the actor's to see
 */
export async function readPost(
	{ db, clock }: Context,
	actor: Actor,
	name: PostName,
	view: { readonly duty: PostDuty; readonly page: number }
) {
	const { today } = momentOf(clock);
	const found = await findNamedPost(db.read, actor, name);
	const holders = await readHolders(db.read, found.id);
	const counts = await countByDuty(db.read, found.id);
	const total = counts[view.duty];
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(view.page, pages);
	const rows = await readDuties(db.read, found.id, view.duty, today, {
		limit: PAGE_SIZE,
		offset: (page - 1) * PAGE_SIZE
	});
	return {
		post: found,
		holders,
		counts,
		duty: view.duty,
		list: { rows, total, page, pages },
		may: {
			changeHolder: can(actor, 'change-holder', found),
			reassign: can(actor, 'reassign-posts', found),
			accept: can(actor, 'accept-handover', found) && isTheirs(actor, holders[0])
		}
	};
}

/** Everybody who held the post, the last first, each with the handover that they took it over by. */
export async function readHolders(db: Queryable, postId: number) {
	const rows = await db
		.select({
			id: postHolder.id,
			name: postHolder.name,
			personId: postHolder.personId,
			fromDay: postHolder.fromDay,
			toDay: postHolder.toDay,
			isGone: sql<boolean>`${isNotNull(person.deactivatedAt)}`.mapWith(Boolean),
			handoverId: handover.id,
			reason: handover.reason,
			acceptedAt: handover.acceptedAt,
			note: handover.note
		})
		.from(postHolder)
		.leftJoin(person, eq(person.id, postHolder.personId))
		.leftJoin(handover, eq(handover.toHolderId, postHolder.id))
		.where(eq(postHolder.postId, postId))
		.orderBy(desc(postHolder.id))
		.limit(HOLDERS_SHOWN);
	return rows.map(({ handoverId, ...row }) => ({
		...row,
		handover: handoverOf(handoverId !== null, row)
	}));
}

export type HolderRow = Awaited<ReturnType<typeof readHolders>>[number];

/** How far the taking over has come; 'never' where somebody else took over before it was accepted. */
function handoverOf(
	isHandover: boolean,
	{ acceptedAt, toDay }: { acceptedAt: number | null; toDay: PlainDate | null }
): 'none' | 'open' | 'accepted' | 'never' {
	if (!isHandover) return 'none';
	if (acceptedAt !== null) return 'accepted';
	return toDay === null ? 'open' : 'never';
}

function isTheirs(actor: Actor, holder: HolderRow | undefined): boolean {
	return holder?.handover === 'open' && holder.personId === actor.personId;
}

/** How many assignments the post owns and how many it delivers, whatever their status. */
export async function countByDuty(
	db: Queryable,
	postId: number
): Promise<Record<PostDuty, number>> {
	const [row] = await db
		.select({
			accountable: db.$count(assignment, eq(assignment.ownerPostId, postId)),
			delivery: db.$count(assignment, eq(assignment.deliveryPostId, postId))
		})
		.from(post)
		.where(eq(post.id, postId));
	return row ?? { accountable: 0, delivery: 0 };
}

/** The assignments of the post, open ones first and what is due next first among them. */
export async function readDuties(
	db: Queryable,
	postId: number,
	duty: PostDuty,
	today: PlainDate,
	{ limit, offset = 0 }: { readonly limit: number; readonly offset?: number }
) {
	const rows = await db
		.select({
			id: assignment.id,
			version: assignment.version,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			status: assignment.status,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			claimedOn: assignment.claimedOn,
			lastReportedOn: assignment.lastReportedOn
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(eq(DUTY_COLUMNS[duty], postId))
		.orderBy(
			sql`not (${isOpenSql})`,
			sql`${assignment.currentDueOn} is null`,
			asc(assignment.currentDueOn),
			asc(inspection.code),
			asc(recommendation.number)
		)
		.limit(limit)
		.offset(offset);
	return rows.map(({ inspectionCode, ...row }) => ({
		...row,
		reference: recommendationReference(inspectionCode, row.number),
		timeliness: timelinessOf(row, today)
	}));
}

export type DutyRow = Awaited<ReturnType<typeof readDuties>>[number];
