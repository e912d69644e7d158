import type { Actor } from '#lib/domain/actor.ts';
import { shareRoom } from '#lib/domain/attention.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import { ownWorkOf } from '#lib/domain/own-work.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { findNamedPost, type PostName } from '../db/queries/post.ts';
import { isOfPost, promisedDates } from '../db/queries/promised-dates.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { readHolders } from './post.ts';

/** Rows of the three lists together: what one sheet of A4 holds, whatever is in them, with a line under each for the rest. */
const ROOM = 28;

/**
 * What whoever takes over a post has to know, on one sheet: open commitments, promised dates, evidence held
 * and where. Six queries.
 * @throws Refusal 'not-found' for a post that is not there or not the actor's to see
 */
export async function readPostBrief({ db, clock }: Context, actor: Actor, name: PostName) {
	const { today } = momentOf(clock);
	const post = await findNamedPost(db.read, actor, name);
	return { today, post, ...(await readContent(db.read, post, today)) };
}

type Named = Awaited<ReturnType<typeof findNamedPost>>;

const readContent = remember(async (db: Queryable, post: Named, today: PlainDate) => {
	const [last, previous] = await readHolders(db, post.id);
	const open = await readCommitments(db, post.id, today);
	const promised = await promisedDates(db, post, ROOM);
	const held = await readHoldings(
		db,
		open.rows.map(({ id }) => id)
	);
	const holdings = open.rows.flatMap(({ id, reference }) => {
		const of = held.get(id);
		return of ? [{ reference, ...of }] : [];
	});
	const lengths = [open.rows.length, promised.length, holdings.length];
	const [commitmentRoom, promiseRoom, holdingRoom] = shareRoom(lengths, ROOM);
	return {
		holder: last?.toDay === null ? last : null,
		previous: (last?.toDay === null ? previous : last) ?? null,
		commitments: { rows: open.rows.slice(0, commitmentRoom), total: open.total },
		promises: {
			rows: promised.slice(0, promiseRoom).map(({ inspectionCode, ...row }) => ({
				...row,
				reference: recommendationReference(inspectionCode, row.number)
			})),
			total: promised[0]?.total ?? 0
		},
		holdings: {
			rows: holdings.slice(0, holdingRoom),
			/** Of the commitments that were looked at: the rest is behind the same address. */
			total: holdings.length
		},
		isSensitive: holdings.some(({ isSensitive }) => isSensitive)
	};
});

/** The open assignments of the post, due next first; `total` counts all of them. */
async function readCommitments(db: Queryable, postId: number, today: PlainDate) {
	const rows = await selectOpen(db, postId);
	// Freshness is judged by the periods of the latest inspection; earlier ones have none that is open.
	const latest = Math.max(0, ...rows.map(({ inspectionId }) => inspectionId));
	const periods = await latestPeriods(db, latest, today);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map((row) => judged(row, row.inspectionId === latest ? periods : [], today))
	};
}

type Stored = Awaited<ReturnType<typeof selectOpen>>[number];

function selectOpen(db: Queryable, postId: number) {
	return db
		.select({
			id: assignment.id,
			inspectionId: assignment.inspectionId,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			status: assignment.status,
			allocatedOn: assignment.allocatedOn,
			askedSince: assignment.askedSince,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			claimedOn: assignment.claimedOn,
			lastReportedOn: assignment.lastReportedOn,
			isOwned: sql<boolean>`${assignment.ownerPostId} is ${postId}`.mapWith(Boolean),
			total: sql<number>`count(*) over ()`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(and(isOfPost(postId), isOpenSql))
		.orderBy(
			sql`${assignment.currentDueOn} is null`,
			asc(assignment.currentDueOn),
			asc(inspection.code),
			asc(recommendation.number)
		)
		.limit(ROOM);
}

function judged(row: Stored, periods: readonly ReportingPeriod[], today: PlainDate) {
	const timeliness = timelinessOf(row, today);
	const freshness = freshnessOf(row, periods, today);
	const { id, title, status, currentDueOn, originalDueOn, deadlineMoves, isOwned } = row;
	return {
		...{ id, title, status, currentDueOn, originalDueOn, deadlineMoves, isOwned },
		reference: recommendationReference(row.inspectionCode, row.number),
		work: ownWorkOf({ status, timeliness, freshness })
	};
}

export interface Holding {
	readonly files: number;
	readonly links: number;
	readonly sightings: number;
	/** Hosts of links, and where sighted material is held and who keeps it, without repeats. */
	readonly hosts: readonly string[];
	readonly places: readonly string[];
	readonly isSensitive: boolean;
}

/** What evidence there is for each assignment that has any: items that count, in their latest version. */
async function readHoldings(db: Queryable, ids: readonly number[]): Promise<Map<number, Holding>> {
	const rows = await db
		.select({
			assignmentId: evidence.assignmentId,
			kind: evidence.kind,
			marking: evidence.marking,
			linkUrl: evidence.linkUrl,
			heldWhere: evidence.heldWhere,
			custodian: evidence.custodian
		})
		.from(evidence)
		.where(
			and(
				inArray(evidence.assignmentId, [...ids]),
				isNull(evidence.withdrawnAt),
				sql`not exists (select 1 from ${evidence} n
					where n.item_key = coalesce(${evidence.itemKey}, ${evidence.key})
					and n.item_version > ${evidence.itemVersion} and n.withdrawn_at is null)`
			)
		)
		.orderBy(asc(evidence.id));
	const held = new Map<number, Holding>();
	for (const [assignmentId, items] of Map.groupBy(rows, (row) => row.assignmentId)) {
		const ofKind = (kind: (typeof items)[number]['kind']) =>
			items.filter((row) => row.kind === kind);
		const sightings = ofKind('sighting');
		const places = sightings.map(({ heldWhere, custodian }) => `${heldWhere} (${custodian})`);
		const hosts = ofKind('link').flatMap(({ linkUrl }) => hostOf(linkUrl));
		held.set(assignmentId, {
			files: ofKind('file').length,
			links: ofKind('link').length,
			sightings: sightings.length,
			hosts: [...new Set(hosts)],
			places: [...new Set(places)],
			isSensitive: items.some(({ marking }) => marking === 'official-sensitive')
		});
	}
	return held;
}

function hostOf(address: string | null): string[] {
	return address !== null && URL.canParse(address) ? [new URL(address).host] : [];
}
