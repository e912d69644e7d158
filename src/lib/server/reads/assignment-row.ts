import type { AssignmentColumn } from '#lib/domain/assignment-columns.ts';
import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { timelinessOf } from '#lib/domain/timeliness.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** One assignment as every list shows it: nothing that is not drawn. */
export type AssignmentRow = ReturnType<typeof withJudgement>;

type Stored = Awaited<ReturnType<typeof selectAssignmentRows>>[number];

const COLUMNS = {
	inspectionCode: inspection.code,
	number: recommendation.number,
	title: recommendation.title,
	theme: recommendation.theme,
	organisationCode: organisation.code,
	organisationName: organisation.name,
	kind: organisation.kind,
	region: organisation.region,
	capacity: assignment.capacity,
	acceptance: assignment.acceptance,
	statusOn: assignment.statusOn,
	allocatedOn: assignment.allocatedOn,
	askedSince: assignment.askedSince,
	status: assignment.status,
	originalDueOn: assignment.originalDueOn,
	currentDueOn: assignment.currentDueOn,
	deadlineMoves: assignment.deadlineMoves,
	lastReportedOn: assignment.lastReportedOn,
	claimedOn: assignment.claimedOn,
	ownerPost: post.title,
	ownerName: postHolder.name,
	isOwnerGone: sql<boolean>`${person.deactivatedAt} is not null`.mapWith(Boolean)
};

/** The select that every list of assignments starts from; add `where`, `orderBy` and `limit`. */
export function selectAssignmentRows(db: Queryable) {
	return db
		.select(COLUMNS)
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(person, eq(person.id, postHolder.personId))
		.$dynamic();
}

const byIds = prepareOnce((db) =>
	selectAssignmentRows(db)
		.innerJoin(
			sql`json_each(${sql.placeholder('ids')}) picked`,
			sql`picked.value = ${assignment.id}`
		)
		.orderBy(sql`picked.key`)
		.prepare()
);

/** The assignments of those ids, in that order. */
export async function readAssignmentRows(db: Queryable, ids: readonly number[]) {
	return byIds(db).all({ ids: JSON.stringify(ids) });
}

/** @param columns what else is drawn of it */
export function withJudgement(
	row: Stored,
	periods: readonly ReportingPeriod[],
	today: PlainDate,
	columns: readonly AssignmentColumn[] = []
) {
	return {
		...more(row, columns),
		/** 'OIC-7' */
		reference: recommendationReference(row.inspectionCode, row.number),
		title: row.title,
		organisationCode: row.organisationCode,
		organisationName: row.organisationName,
		status: row.status,
		timeliness: timelinessOf(row, today),
		freshness: freshnessOf(row, periods, today),
		originalDueOn: row.originalDueOn,
		currentDueOn: row.currentDueOn,
		deadlineMoves: row.deadlineMoves,
		ownerPost: row.ownerPost,
		ownerName: row.ownerName,
		isOwnerGone: row.isOwnerGone
	};
}

/** Which fact a column shows that not every list does. */
const FACT_OF = {
	theme: 'theme',
	region: 'region',
	kind: 'kind',
	capacity: 'capacity',
	changed: 'statusOn',
	acceptance: 'acceptance',
	reported: 'lastReportedOn'
} as const satisfies Partial<Record<AssignmentColumn, keyof Stored>>;

type Facts = Pick<Stored, (typeof FACT_OF)[keyof typeof FACT_OF]>;

function more(row: Stored, columns: readonly AssignmentColumn[]): Partial<Facts> {
	const facts = columns.flatMap((column) => (column in FACT_OF ? [factOf(column)] : []));
	return Object.fromEntries(facts.map((fact) => [fact, row[fact]])) as Partial<Facts>;
}

function factOf(column: AssignmentColumn): keyof Facts {
	return FACT_OF[column as keyof typeof FACT_OF];
}
