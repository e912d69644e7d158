import { and, count, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';
import { outbox } from '../schema/service.ts';

/** What the register holds, who can sign in to it, and the mail that waits: one query. */
export async function countRegisterState(db: Queryable) {
	const many = (table: SQLiteTable, where?: SQL) =>
		sql<number>`(${db.select({ items: count() }).from(table).where(where)})`;
	const [counted] = await db
		.select({
			inspections: many(inspection),
			recommendations: many(recommendation),
			organisations: many(organisation),
			assignments: many(assignment),
			activePeople: many(person, and(isNull(person.deactivatedAt), isNotNull(person.passwordHash))),
			invitedPeople: many(person, and(isNull(person.deactivatedAt), isNull(person.passwordHash))),
			mailWaiting: many(outbox, isNull(outbox.sentAt))
		})
		.from(sql`(select 1)`);
	if (!counted) throw new Error('Counting gave no row');
	return counted;
}
