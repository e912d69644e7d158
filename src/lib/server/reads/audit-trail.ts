import type { Actor } from '#lib/domain/actor.ts';
import { CHAIN_START } from '#lib/domain/audit-entry.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { and, count, desc, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { entriesVisibleTo, isAboutNoteSql } from '../db/queries/audit-visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { PAGE_SIZE } from './assignment-list.ts';

export interface AuditScope {
	readonly from?: PlainDate | undefined;
	readonly to?: PlainDate | undefined;
	readonly assignment?: { readonly reference: string; readonly organisation: string } | undefined;
	readonly before?: number | undefined;
}

/**
 * The trail, latest first, a page at a time from one entry to the next, so that its length does not matter. What the
 * actor may not be told of is not there, nor counted, nor the last of it.
 * @throws Refusal 'not-allowed'
 */
export async function readAuditTrail({ db }: Context, actor: Actor, scope: AuditScope) {
	mustBeAbleTo(actor, 'read-audit-trail');
	const visible = entriesVisibleTo(actor);
	const [head] = await db.read
		.select({ sequence: auditEntry.sequence, hash: auditEntry.hash })
		.from(auditEntry)
		.where(visible)
		.orderBy(desc(auditEntry.sequence))
		.limit(1);
	// Sequences have no gap: there are as many as the last one's number, but for those that are kept back.
	const keptBack = visible && head ? await countNotesBefore(db.read, head.sequence) : 0;
	const where = await isAskedFor(db.read, actor, scope);
	const rows = await selectEntries(db.read, where, isByDay(scope), PAGE_SIZE + 1);
	const entries = rows.slice(0, PAGE_SIZE);
	return {
		length: (head?.sequence ?? 0) - keptBack,
		head: head?.hash ?? CHAIN_START,
		entries,
		/** Where the next page begins, if there is one. */
		next: rows.length > PAGE_SIZE ? (entries.at(-1)?.sequence ?? null) : null
	};
}

/** Entries that are read at once for a file. */
const CHUNK = 1000;

/**
 * All of the trail that `readAuditTrail` shows page by page, some entries at a time.
 * @throws Refusal 'not-allowed'
 */
export async function readWholeAuditTrail({ db }: Context, actor: Actor, scope: AuditScope) {
	mustBeAbleTo(actor, 'read-audit-trail');
	const where = await isAskedFor(db.read, actor, scope);
	const [head] = await selectEntries(db.read, entriesVisibleTo(actor), false, 1);
	const total = await db.read.$count(auditEntry, where);
	return { head: head?.hash ?? CHAIN_START, total, chunks: chunks() };

	async function* chunks() {
		for (let before = scope.before; ;) {
			const where = await isAskedFor(db.read, actor, { ...scope, before });
			const entries = await selectEntries(db.read, where, isByDay(scope), CHUNK);
			if (entries.length > 0) yield entries;
			if (entries.length < CHUNK) return;
			before = entries.at(-1)!.sequence;
		}
	}
}

async function isAskedFor(
	db: Queryable,
	actor: Actor,
	{ from, to, assignment: name, before }: AuditScope
): Promise<SQL | undefined> {
	const about = name ? await assignmentIdOf(db, name) : undefined;
	return and(
		entriesVisibleTo(actor),
		from ? gte(auditEntry.onDay, from) : undefined,
		to ? lte(auditEntry.onDay, to) : undefined,
		about === undefined ? undefined : eq(auditEntry.assignmentId, about),
		before ? isBefore(before, isByDay({ from, to })) : undefined
	);
}

function isByDay({ from, to }: AuditScope): boolean {
	return from !== undefined || to !== undefined;
}

function selectEntries(db: Queryable, where: SQL | undefined, byDay: boolean, limit: number) {
	return (
		db
			.select({
				sequence: auditEntry.sequence,
				at: auditEntry.at,
				sentence: auditEntry.sentence,
				hash: auditEntry.hash
			})
			.from(auditEntry)
			.where(where)
			// Each in the order of the index that finds the entries: none is read that is not shown.
			.orderBy(...(byDay ? [desc(auditEntry.onDay)] : []), desc(auditEntry.sequence))
			.limit(limit)
	);
}

async function countNotesBefore(db: Queryable, sequence: number): Promise<number> {
	const [row] = await db
		.select({ entries: count() })
		.from(auditEntry)
		.where(and(isAboutNoteSql, lt(auditEntry.sequence, sequence)));
	return row?.entries ?? 0;
}

function isBefore(sequence: number, isByDay: boolean): SQL {
	if (!isByDay) return lt(auditEntry.sequence, sequence);
	return sql`(${auditEntry.onDay}, ${auditEntry.sequence}) <
		((select e.on_day from ${auditEntry} e where e.sequence = ${sequence}), ${sequence})`;
}

/** -1, which no entry has, for an assignment that there is not. */
async function assignmentIdOf(
	db: Queryable,
	name: { readonly reference: string; readonly organisation: string }
): Promise<number> {
	const parsed = parseReference(name.reference);
	if (!parsed) return -1;
	const [row] = await db
		.select({ id: assignment.id })
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(inspection.code, parsed.inspection),
				eq(recommendation.number, parsed.number),
				eq(organisation.code, name.organisation)
			)
		);
	return row?.id ?? -1;
}
