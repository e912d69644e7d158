import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';
import { partChange, recommendationPart } from '../schema/part.ts';
import { person } from '../schema/person.ts';

/** No form stays open for longer. */
const DAYS = 30;

/** What was done to a recommendation of late, such as to its parts, as sentences, latest first. */
export function latestRecommendationChanges(
	db: Queryable,
	action:
		'recommendation.set-parts' | 'recommendation.set-criteria' | 'recommendation.set-deadline',
	reference: string,
	today: PlainDate
) {
	return db
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(
			and(
				gte(auditEntry.onDay, addDays(today, -DAYS)),
				eq(auditEntry.action, action),
				sql`json_extract(${auditEntry.particulars}, '$.reference') = ${reference}`
			)
		)
		.orderBy(desc(auditEntry.sequence))
		.limit(5);
}

const STATEMENTS_MAX = 500;

/** All that an organisation said of the parts, latest first; of those that are retired too. */
export function partStatements(db: Queryable, assignmentId: number) {
	return db
		.select({
			id: partChange.id,
			at: partChange.at,
			actor: person.name,
			isMet: partChange.isMet,
			note: partChange.note,
			metOn: partChange.metOn,
			label: recommendationPart.label,
			text: recommendationPart.text,
			retiredOn: recommendationPart.toDay
		})
		.from(partChange)
		.innerJoin(recommendationPart, eq(recommendationPart.id, partChange.partId))
		.innerJoin(person, eq(person.id, partChange.actorId))
		.where(eq(partChange.assignmentId, assignmentId))
		.orderBy(desc(partChange.id))
		.limit(STATEMENTS_MAX);
}

const RETIRED_MAX = 200;

/** The parts that a recommendation no longer has, the last retired first. */
export function retiredParts(db: Queryable, recommendationId: number) {
	return db
		.select({
			id: recommendationPart.id,
			label: recommendationPart.label,
			text: recommendationPart.text,
			fromDay: recommendationPart.fromDay,
			toDay: recommendationPart.toDay
		})
		.from(recommendationPart)
		.where(
			and(
				eq(recommendationPart.recommendationId, recommendationId),
				isNotNull(recommendationPart.toDay)
			)
		)
		.orderBy(desc(recommendationPart.toDay), desc(recommendationPart.id))
		.limit(RETIRED_MAX);
}
