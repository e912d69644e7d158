import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';

/** No form stays open for longer. */
const DAYS = 30;

/** What was done to the parts of a recommendation of late, as sentences, latest first. */
export function latestPartsChanges(db: Queryable, reference: string, today: PlainDate) {
	return db
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(
			and(
				gte(auditEntry.onDay, addDays(today, -DAYS)),
				eq(auditEntry.action, 'recommendation.set-parts'),
				sql`json_extract(${auditEntry.particulars}, '$.reference') = ${reference}`
			)
		)
		.orderBy(desc(auditEntry.sequence))
		.limit(5);
}
