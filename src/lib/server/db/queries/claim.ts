import { pointsOrWhole, type ClaimFacts, type ClaimPoint } from '#lib/domain/claim-check.ts';
import { freshnessOf } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { action, actionAssignment } from '../schema/action.ts';
import { evidence } from '../schema/evidence.ts';
import { criterion, partChange, recommendationPart } from '../schema/part.ts';
import { fileScan } from '../schema/requests.ts';
import { prepareOnce } from '../prepare-once.ts';
import { isLatestScan } from './file-scan.ts';
import { latestPeriods } from './period.ts';

interface Claimed {
	readonly id: number;
	readonly inspectionId: number;
	readonly recommendationId: number;
	readonly ownerPostId: number | null;
	readonly status: AssignmentStatus;
	readonly allocatedOn: PlainDate;
	readonly askedSince: PlainDate | null;
	readonly lastReportedOn: PlainDate | null;
}

export type ClaimEvidence = Awaited<ReturnType<typeof evidenceFor>>[number];

/** What a claim is judged by, each item of evidence with all that is said of it. */
export interface ClaimRecord extends Omit<ClaimFacts, 'evidence'> {
	readonly evidence: readonly ClaimEvidence[];
}

/** Everything that a claim is judged by, in four queries. */
export async function claimFacts(
	db: Queryable,
	claimed: Claimed,
	today: PlainDate
): Promise<ClaimRecord> {
	const asked = await pointsFor(db, claimed);
	const items = await evidenceFor(db, claimed.id);
	const steps = await actionsFor(db, claimed.id);
	const periods = await latestPeriods(db, claimed.inspectionId, today);
	return {
		points: pointsOrWhole(asked),
		evidence: items.filter((item) => whyUnusable(item, items) === null),
		actions: steps,
		hasOwner: claimed.ownerPostId !== null,
		freshness: freshnessOf(claimed, periods, today)
	};
}

/** Every item of an assignment, as a claim may name it, oldest first. */
export async function evidenceFor(db: Queryable, assignmentId: number) {
	return evidenceOf(db).all({ assignmentId });
}

const evidenceOf = prepareOnce((db) =>
	db
		.select({
			id: evidence.id,
			key: evidence.key,
			itemKey: sql<string>`coalesce(${evidence.itemKey}, ${evidence.key})`,
			itemVersion: evidence.itemVersion,
			kind: evidence.kind,
			title: evidence.title,
			marking: evidence.marking,
			page: evidence.page,
			shownOn: evidence.shownOn,
			partId: evidence.partId,
			fileName: evidence.fileName,
			fileSha256: evidence.fileSha256,
			linkUrl: evidence.linkUrl,
			heldWhere: evidence.heldWhere,
			custodian: evidence.custodian,
			seenBy: evidence.seenBy,
			seenOn: evidence.seenOn,
			withdrawnAt: evidence.withdrawnAt,
			scan: fileScan.result
		})
		.from(evidence)
		.leftJoin(fileScan, isLatestScan(evidence.fileSha256))
		.where(eq(evidence.assignmentId, sql.placeholder('assignmentId')))
		.orderBy(asc(evidence.id))
		.prepare()
);

/** Why no claim can rest on an item, as a refusal's code; null where one can. */
export function whyUnusable(
	item: ClaimEvidence,
	all: readonly ClaimEvidence[]
): 'evidence-withdrawn' | 'evidence-infected' | 'evidence-superseded' | null {
	if (item.withdrawnAt !== null) return 'evidence-withdrawn';
	if (item.scan === 'infected') return 'evidence-infected';
	const isSuperseded = all.some(
		(other) =>
			other.itemKey === item.itemKey &&
			other.itemVersion > item.itemVersion &&
			other.withdrawnAt === null &&
			other.scan !== 'infected'
	);
	return isSuperseded ? 'evidence-superseded' : null;
}

/** The parts and criteria of today, parts first. */
async function pointsFor(db: Queryable, claimed: Claimed): Promise<ClaimPoint[]> {
	const { id: assignmentId, recommendationId } = claimed;
	const rows = await points(db).all({ assignmentId, recommendationId });
	const inOrder = (kind: 'part' | 'criterion') =>
		rows
			.filter((row) => row.kind === kind)
			.sort((one, other) => one.position - other.position || one.id - other.id);
	return [
		...inOrder('part').map(({ kind, id, label, text, isMet }) => ({
			...{ kind, id, label, text },
			isMet: isMet === 1
		})),
		// A criterion is called by its place in the list that stands today.
		...inOrder('criterion').map(({ kind, id, text }, index) => ({
			...{ kind, id, text },
			label: String(index + 1),
			isMet: null
		}))
	];
}

const isMet = sql<number>`coalesce((select c.is_met from ${partChange} c
	where c.assignment_id = ${sql.placeholder('assignmentId')} and c.part_id = ${recommendationPart.id}
	order by c.id desc limit 1), 0)`;

const points = prepareOnce((db) => {
	const recommendationId = sql.placeholder('recommendationId');
	const parts = db
		.select({
			kind: sql<'part' | 'criterion'>`'part'`.as('kind'),
			id: recommendationPart.id,
			label: recommendationPart.label,
			text: recommendationPart.text,
			isMet: sql<number | null>`${isMet}`.as('is_met'),
			position: recommendationPart.position
		})
		.from(recommendationPart)
		.where(
			and(
				eq(recommendationPart.recommendationId, recommendationId),
				isNull(recommendationPart.toDay)
			)
		);
	const criteria = db
		.select({
			kind: sql<'part' | 'criterion'>`'criterion'`.as('kind'),
			id: criterion.id,
			label: sql<string>`''`.as('label'),
			text: criterion.text,
			isMet: sql<number | null>`null`.as('is_met'),
			position: criterion.position
		})
		.from(criterion)
		.where(and(eq(criterion.recommendationId, recommendationId), isNull(criterion.toDay)));
	return unionAll(parts, criteria).prepare();
});

async function actionsFor(db: Queryable, assignmentId: number) {
	return actions(db).all({ assignmentId });
}

const actions = prepareOnce((db) =>
	db
		.select({ key: action.key, title: action.title, state: action.state })
		.from(actionAssignment)
		.innerJoin(action, eq(action.id, actionAssignment.actionId))
		.where(
			and(
				eq(actionAssignment.assignmentId, sql.placeholder('assignmentId')),
				ne(action.state, 'dropped')
			)
		)
		.orderBy(asc(actionAssignment.position), asc(action.id))
		.prepare()
);
