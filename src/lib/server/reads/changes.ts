import { MOST_CHANGES, type Change } from '#lib/domain/watch.ts';
import { desc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { comment } from '../db/schema/conversation.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * What the trail tells since an entry, in order, the latest `MOST_CHANGES` of it: of everything, so whoever passes
 * it on asks `mayHearOf` of each. Nothing of what was written is in it.
 */
export const changesSince = remember(
	async (db: Queryable, sequence: number): Promise<readonly Change[]> => {
		const said = sql<string | null>`json_extract(${auditEntry.particulars}, '$.reference')`;
		const rows = await db
			.select({
				sequence: auditEntry.sequence,
				action: auditEntry.action,
				organisationId: organisation.id,
				organisationCode: organisation.code,
				inspection: inspection.code,
				number: recommendation.number,
				said
			})
			.from(auditEntry)
			.leftJoin(comment, eq(comment.id, keptNote))
			.leftJoin(
				assignment,
				eq(assignment.id, sql`coalesce(${auditEntry.assignmentId}, ${comment.assignmentId})`)
			)
			.leftJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.leftJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.leftJoin(
				organisation,
				eq(
					organisation.id,
					sql`coalesce(${assignment.organisationId}, ${auditEntry.organisationId})`
				)
			)
			.where(gt(auditEntry.sequence, sequence))
			.orderBy(desc(auditEntry.sequence))
			.limit(MOST_CHANGES);
		return rows.reverse().map(({ said, number, ...row }) => {
			if (row.inspection !== null) return { ...row, recommendation: `${row.inspection}-${number}` };
			// 'OIC-7' of a recommendation, 'OIC' of an inspection.
			const [code = null] = said?.split('-') ?? [];
			return { ...row, inspection: code, recommendation: said?.includes('-') ? said : null };
		});
	}
);

/** A note's entry names no assignment, so that no history tells of it: the note itself does. */
const keptNote = sql<number | null>`case when ${auditEntry.action} = 'note.keep'
	then json_extract(${auditEntry.particulars}, '$.comment') end`;
