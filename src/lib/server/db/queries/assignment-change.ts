import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Action } from '#lib/domain/policy.ts';
import { and, desc, eq, like } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { auditEntry } from '../schema/audit.ts';
import { findAssignment, type AssignmentName, type FoundAssignment } from './assignment.ts';
import { mustBeFresh, type FormStamp } from './begin-change.ts';

/**
 * How every change of an assignment begins: theirs to see, theirs to do, not done already, not overtaken.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or 'stale' with what changed meanwhile
 */
export async function beginChange(
	tx: Queryable,
	actor: Actor,
	name: AssignmentName,
	action: Action,
	stamp: FormStamp,
	moment: Moment
): Promise<FoundAssignment> {
	const found = await findAssignment(tx, actor, name);
	await mustBeFresh(tx, actor, found, action, stamp, moment, (howMany) =>
		latestChanges(tx, found.id, howMany)
	);
	return found;
}

/** Writes the columns and counts the version on. */
export async function changeAssignment(
	tx: Queryable,
	found: { readonly id: number; readonly version: number },
	columns: Partial<typeof assignment.$inferInsert>
): Promise<void> {
	await tx
		.update(assignment)
		.set({ ...columns, version: found.version + 1 })
		.where(eq(assignment.id, found.id));
}

/** The last sentences about an assignment that counted its version on, latest first: 'assignment.…' and no other. */
function latestChanges(tx: Queryable, assignmentId: number, howMany: number) {
	return tx
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(and(eq(auditEntry.assignmentId, assignmentId), like(auditEntry.action, 'assignment.%')))
		.orderBy(desc(auditEntry.sequence))
		.limit(Math.max(1, Math.min(howMany, 20)));
}

/** The last sentence that counted the assignment's version on; empty where there is none. */
export async function lastChangeOf(tx: Queryable, assignmentId: number): Promise<string> {
	const [last] = await latestChanges(tx, assignmentId, 1);
	return last?.sentence ?? '';
}
