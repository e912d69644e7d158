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
	const about = scope.assignment ? await assignmentIdOf(db.read, scope.assignment) : undefined;
	const isByDay = scope.from !== undefined || scope.to !== undefined;
	const conditions: (SQL | undefined)[] = [
		visible,
		scope.from ? gte(auditEntry.onDay, scope.from) : undefined,
		scope.to ? lte(auditEntry.onDay, scope.to) : undefined,
		about === undefined ? undefined : eq(auditEntry.assignmentId, about),
		scope.before ? isBefore(scope.before, isByDay) : undefined
	];
	const rows = await db.read
		.select({
			sequence: auditEntry.sequence,
			at: auditEntry.at,
			sentence: auditEntry.sentence,
			hash: auditEntry.hash
		})
		.from(auditEntry)
		.where(and(...conditions))
		// Each in the order of the index that finds the entries: none is read that is not shown.
		.orderBy(...(isByDay ? [desc(auditEntry.onDay)] : []), desc(auditEntry.sequence))
		.limit(PAGE_SIZE + 1);
	const entries = rows.slice(0, PAGE_SIZE);
	return {
		length: (head?.sequence ?? 0) - keptBack,
		head: head?.hash ?? CHAIN_START,
		entries,
		/** Where the next page begins, if there is one. */
		next: rows.length > PAGE_SIZE ? (entries.at(-1)?.sequence ?? null) : null
	};
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
