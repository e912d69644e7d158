import type { Actor } from '#lib/domain/actor.ts';
import type { AssignmentFilter, AssignmentSort } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { orderOf, pickInOrder } from '../db/queries/assignment-filter.ts';
import { chooseInspection, listInspections, type InspectionRow } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { isListed } from './assignment-list.ts';

export type WholeAssignmentRow = ReturnType<typeof withJudgement>;

/** Rows that are looked up at once: some milliseconds of work. */
const CHUNK = 500;

export interface WholeListQuery {
	readonly inspection: string | undefined;
	readonly filter: AssignmentFilter;
	readonly sort: AssignmentSort;
	readonly descending: boolean;
}

/**
 * All pages of a list of assignments, in its order: how many there are, and their rows some at a time. Which
 * ones they are is settled at the start; read on a snapshot, so is what they say.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readWholeAssignmentList(
	context: Context,
	actor: Actor,
	query: WholeListQuery
) {
	const inspections = await listInspections(context.db.read);
	const inspection = chooseInspection(inspections, query.inspection);
	return { inspection, ...(await readOf(context, actor, inspection, query)) };
}

/** The same of every inspection, one after the other, latest first. */
export async function readEveryAssignment(context: Context, actor: Actor, query: WholeListQuery) {
	const inspections = await listInspections(context.db.read);
	const lists = [];
	for (const inspection of inspections) {
		lists.push(await readOf(context, actor, inspection, query));
	}
	return {
		inspections: inspections.length,
		total: lists.reduce((sum, { total }) => sum + total, 0),
		chunks: oneAfterTheOther(lists)
	};
}

async function* oneAfterTheOther(lists: readonly Awaited<ReturnType<typeof readOf>>[]) {
	for (const { chunks } of lists) yield* chunks;
}

async function readOf(
	{ db, clock }: Context,
	actor: Actor,
	inspection: InspectionRow,
	{ filter, sort, descending }: WholeListQuery
) {
	const { today } = momentOf(clock);
	const periods = await latestPeriods(db.read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today, filter };
	const order = orderOf(sort, descending);
	const ids = pickInOrder(db.read, inspection.id, isListed(actor, scope), order)
		.all()
		.map(({ id }) => id);
	return { total: ids.length, chunks: readChunks(db.read, inspection.code, ids, periods, today) };
}

async function* readChunks(
	db: Queryable,
	inspectionCode: string,
	ids: readonly number[],
	periods: readonly ReportingPeriod[],
	today: PlainDate
) {
	for (let start = 0; start < ids.length; start += CHUNK) {
		const rows = byIds(db).all({ ids: JSON.stringify(ids.slice(start, start + CHUNK)) });
		yield rows.map((row) => withJudgement(row, inspectionCode, periods, today));
	}
}

const byIds = prepareOnce((db) =>
	db
		.select({
			number: recommendation.number,
			title: recommendation.title,
			theme: recommendation.theme,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			kind: organisation.kind,
			region: organisation.region,
			capacity: assignment.capacity,
			acceptance: assignment.acceptance,
			allocatedOn: assignment.allocatedOn,
			askedSince: assignment.askedSince,
			status: assignment.status,
			statusOn: assignment.statusOn,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			targetOn: assignment.targetOn,
			lastReportedOn: assignment.lastReportedOn,
			claimedOn: assignment.claimedOn,
			ownerPost: post.title,
			ownerName: postHolder.name,
			goneAt: person.deactivatedAt
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(person, eq(person.id, postHolder.personId))
		.innerJoin(
			sql`json_each(${sql.placeholder('ids')}) picked`,
			sql`picked.value = ${assignment.id}`
		)
		.orderBy(sql`picked.key`)
		.prepare()
);

type Stored = ReturnType<ReturnType<typeof byIds>['all']>[number];

function withJudgement(
	row: Stored,
	inspectionCode: string,
	periods: readonly ReportingPeriod[],
	today: PlainDate
) {
	const { goneAt, ...kept } = row;
	return {
		...kept,
		/** 'OIC-7' */
		reference: recommendationReference(inspectionCode, row.number),
		timeliness: timelinessOf(row, today),
		freshness: freshnessOf(row, periods, today),
		isOwnerGone: goneAt !== null
	};
}
