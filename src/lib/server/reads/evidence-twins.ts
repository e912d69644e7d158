import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** Another item with the same file. */
export interface Twin {
	readonly key: string;
	readonly title: string;
	/** 'OIC-7' */
	readonly recommendation: string;
}

interface Held {
	readonly key: string;
	readonly itemKey: string | null;
	readonly sha256: string | null;
}

/**
 * For each of the rows, the other items of the same organisation with the same content, told by its hash.
 * What other bodies hold is never looked at: that a file is known elsewhere is theirs to say.
 */
export async function readTwins(
	db: Queryable,
	organisationId: number,
	rows: readonly Held[]
): Promise<Map<string, Twin[]>> {
	const sha256s = [...new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))];
	const holders = await db
		.select({
			key: evidence.key,
			itemKey: evidence.itemKey,
			sha256: evidence.fileSha256,
			title: evidence.title,
			inspectionCode: inspection.code,
			number: recommendation.number
		})
		.from(evidence)
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(
			and(
				inArray(evidence.fileSha256, sha256s),
				isNull(evidence.withdrawnAt),
				eq(assignment.organisationId, organisationId)
			)
		)
		.orderBy(asc(evidence.id));
	return new Map(
		rows.map((row) => {
			const others = holders.filter(
				({ sha256, ...other }) => sha256 === row.sha256 && itemOf(other) !== itemOf(row)
			);
			return [
				row.key,
				others.map(({ key, title, inspectionCode, number }) => ({
					key,
					title,
					recommendation: recommendationReference(inspectionCode, number)
				}))
			];
		})
	);
}

function itemOf({ key, itemKey }: Pick<Held, 'key' | 'itemKey'>): string {
	return itemKey ?? key;
}
