import { holdsRole, isNational, type Actor } from '#lib/domain/actor.ts';
import { packRight } from '#lib/domain/board-pack.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, desc, eq, inArray, isNotNull, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';
import { boardPack, boardPackComment, boardPackIssue } from '../schema/board-pack.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { person } from '../schema/person.ts';
import { mustBeFresh, type FormStamp } from './begin-change.ts';
import { visibleTo } from './visibility.ts';

const columns = {
	id: boardPack.id,
	key: boardPack.key,
	inspectionId: boardPack.inspectionId,
	inspectionCode: inspection.code,
	inspectionTitle: inspection.title,
	organisationId: boardPack.organisationId,
	organisationCode: organisation.code,
	organisationName: organisation.name,
	meeting: boardPack.meeting,
	meetingOn: boardPack.meetingOn,
	asAt: boardPack.asAt,
	purpose: boardPack.purpose,
	asks: boardPack.asks,
	marking: boardPack.marking,
	preparedBy: person.name,
	changedAt: boardPack.changedAt,
	droppedAt: boardPack.droppedAt,
	version: boardPack.version,
	number: boardPackIssue.number,
	code: boardPackIssue.code,
	issuedAt: boardPackIssue.at,
	contentHash: boardPackIssue.contentHash,
	pdfSha256: boardPackIssue.pdfSha256,
	/** The number of the pack of the same series that has taken its place. */
	supersededBy: sql<number | null>`(select max(later.number) from ${boardPackIssue} later
		where later.inspection_id = ${boardPackIssue.inspectionId}
		and later.organisation_id is ${boardPackIssue.organisationId}
		and later.number > ${boardPackIssue.number})`
};

export type FoundPack = Awaited<ReturnType<typeof findPack>>;

function packs(db: Queryable) {
	return db
		.select(columns)
		.from(boardPack)
		.innerJoin(inspection, eq(inspection.id, boardPack.inspectionId))
		.innerJoin(person, eq(person.id, boardPack.preparedBy))
		.leftJoin(organisation, eq(organisation.id, boardPack.organisationId))
		.leftJoin(boardPackIssue, eq(boardPackIssue.packId, boardPack.id))
		.$dynamic();
}

/**
 * A pack that the actor may see: a draft as one of those who may prepare it, what was issued as a reader of
 * all that is in it.
 * @throws Refusal 'not-found'
 */
export async function findPack(db: Queryable, actor: Actor, key: string) {
	const [row] = await packs(db).where(and(eq(boardPack.key, key), isSeenBy(actor)));
	if (!row) throw notFound('board-pack');
	return row;
}

/** What the actor may see of them, drafts first, then what was issued last. */
export function listPacks(db: Queryable, actor: Actor, limits: { limit: number; offset: number }) {
	return packs(db)
		.where(and(isSeenBy(actor), isNull(boardPack.droppedAt)))
		.orderBy(isNotNull(boardPackIssue.id), desc(boardPackIssue.id), desc(boardPack.id))
		.limit(limits.limit)
		.offset(limits.offset);
}

export async function countPacks(db: Queryable, actor: Actor): Promise<number> {
	const [counted] = await db
		.select({ packs: sql<number>`count(*)` })
		.from(boardPack)
		.leftJoin(boardPackIssue, eq(boardPackIssue.packId, boardPack.id))
		.where(and(isSeenBy(actor), isNull(boardPack.droppedAt)));
	return counted?.packs ?? 0;
}

/** `can(actor, 'read-pack')` for what was issued and `can(actor, packRight(…))` for drafts, in SQL. */
function isSeenBy(actor: Actor): SQL | undefined {
	const { organisationId } = boardPack;
	const own = visibleTo(actor, organisationId);
	const readable = isNational(actor) ? sql`1` : and(isNotNull(organisationId), own);
	const leads = actor.roles.flatMap((held) =>
		held.role === 'lead' && held.organisationId !== null ? [held.organisationId] : []
	);
	const preparable = or(
		holdsRole(actor, 'inspector') ? isNull(organisationId) : undefined,
		leads.length > 0 ? inArray(organisationId, leads) : undefined,
		sql`0`
	);
	return or(and(isNotNull(boardPackIssue.id), readable), preparable);
}

/**
 * How every change of a pack begins.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or 'stale' with what changed meanwhile
 */
export async function beginPackChange(
	tx: Queryable,
	actor: Actor,
	key: string,
	stamp: FormStamp,
	moment: Moment
): Promise<FoundPack> {
	const found = await findPack(tx, actor, key);
	await mustBeFresh(tx, actor, found, packRight(found.organisationId), stamp, moment, (howMany) =>
		latestChanges(tx, key, howMany)
	);
	return found;
}

function latestChanges(tx: Queryable, key: string, howMany: number) {
	return tx
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(
			and(
				like(auditEntry.action, 'pack.%'),
				eq(sql`json_extract(${auditEntry.particulars}, '$.key')`, key)
			)
		)
		.orderBy(desc(auditEntry.sequence))
		.limit(Math.max(1, Math.min(howMany, 20)));
}

export function mayPrepare(actor: Actor, pack: { readonly organisationId: number | null }) {
	return can(actor, packRight(pack.organisationId), pack);
}

interface Series {
	readonly inspectionId: number;
	readonly organisationId: number | null;
}

/** The pack that was issued last of the series, or last before that number; null where none was. */
export async function lastIssue(db: Queryable, series: Series, before?: number) {
	const { inspectionId, organisationId } = series;
	const [row] = await db
		.select({
			number: boardPackIssue.number,
			asAt: boardPack.asAt,
			code: boardPackIssue.code,
			snapshot: boardPackIssue.snapshot
		})
		.from(boardPackIssue)
		.innerJoin(boardPack, eq(boardPack.id, boardPackIssue.packId))
		.where(
			and(
				eq(boardPackIssue.inspectionId, inspectionId),
				organisationId === null
					? isNull(boardPackIssue.organisationId)
					: eq(boardPackIssue.organisationId, organisationId),
				before === undefined ? undefined : sql`${boardPackIssue.number} < ${before}`
			)
		)
		.orderBy(desc(boardPackIssue.number))
		.limit(1);
	return row ?? null;
}

/** What the pack says of its exceptions, by their names. */
export function listPackComments(db: Queryable, packId: number) {
	return db
		.select({
			inspectionCode: inspection.code,
			number: recommendation.number,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			text: boardPackComment.text
		})
		.from(boardPackComment)
		.innerJoin(assignment, eq(assignment.id, boardPackComment.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(eq(boardPackComment.packId, packId))
		.orderBy(recommendation.number, organisation.code);
}

/** The end of the audit trail: it moves with every change of the register. */
export async function trailEnd(db: Queryable): Promise<number> {
	const [last] = await db
		.select({ sequence: auditEntry.sequence })
		.from(auditEntry)
		.orderBy(desc(auditEntry.sequence))
		.limit(1);
	return last?.sequence ?? 0;
}

/** What anybody may know who holds a paper, by what stands on it or by its file; null for what we did not issue. */
export async function findIssued(
	db: Queryable,
	by: { readonly code: string } | { readonly pdfSha256: string }
) {
	const [row] = await db
		.select({
			number: boardPackIssue.number,
			code: boardPackIssue.code,
			issuedAt: boardPackIssue.at,
			contentHash: boardPackIssue.contentHash,
			meeting: boardPack.meeting,
			meetingOn: boardPack.meetingOn,
			asAt: boardPack.asAt,
			inspectionTitle: inspection.title,
			organisationName: organisation.name,
			latest: sql<number>`(select max(i.number) from ${boardPackIssue} i
				where i.inspection_id = ${boardPackIssue.inspectionId}
				and i.organisation_id is ${boardPackIssue.organisationId})`
		})
		.from(boardPackIssue)
		.innerJoin(boardPack, eq(boardPack.id, boardPackIssue.packId))
		.innerJoin(inspection, eq(inspection.id, boardPackIssue.inspectionId))
		.leftJoin(organisation, eq(organisation.id, boardPackIssue.organisationId))
		.where(
			'code' in by ? eq(boardPackIssue.code, by.code) : eq(boardPackIssue.pdfSha256, by.pdfSha256)
		);
	if (!row) return null;
	const { latest, ...found } = row;
	return { ...found, supersededBy: latest === found.number ? null : latest };
}
