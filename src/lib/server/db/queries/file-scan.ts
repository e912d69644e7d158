import type { ScanResult } from '#lib/domain/evidence.ts';
import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { evidence, storedFile } from '../schema/evidence.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';
import { fileScan } from '../schema/requests.ts';

/** What joins a file with the latest thing that the scanner said of it. */
export function isLatestScan(sha256: SQLiteColumn): SQL {
	return sql`${fileScan.id} = (select max(f.id) from ${fileScan} f where f.sha256 = ${sha256})`;
}

const MINUTE = 60_000;
/** 2 to this power minutes, about an hour, is the longest that a failed scan waits for another try. */
const DOUBLINGS_MAX = 6;

/**
 * Files of which the scanner has neither said that they are clean nor that they are not, oldest first. After
 * each failure a file waits twice as long for the next try, unless nobody wants to wait.
 */
export async function filesToScan(
	db: Queryable,
	now: number,
	{ limit, isUrgent }: { readonly limit: number; readonly isUrgent: boolean }
): Promise<string[]> {
	const failures = sql`(select count(*) from ${fileScan} f where f.sha256 = ${storedFile.sha256})`;
	const wait = sql`(1 << min(${failures}, ${DOUBLINGS_MAX})) * ${MINUTE}`;
	const isDue = isUrgent ? sql`1` : sql`${fileScan.at} + ${wait} <= ${now}`;
	const rows = await db
		.select({ sha256: storedFile.sha256 })
		.from(storedFile)
		.leftJoin(fileScan, isLatestScan(storedFile.sha256))
		.where(sql`${fileScan.id} is null or (${fileScan.result} = 'failed' and ${isDue})`)
		.orderBy(asc(storedFile.at), asc(storedFile.sha256))
		.limit(limit);
	return rows.map((row) => row.sha256);
}

/** Of these files, those that the scanner found something in. */
export async function infectedAmong(db: Queryable, sha256s: readonly string[]): Promise<string[]> {
	const rows = await db
		.select({ sha256: storedFile.sha256 })
		.from(storedFile)
		.innerJoin(fileScan, isLatestScan(storedFile.sha256))
		.where(and(inArray(storedFile.sha256, [...sha256s]), eq(fileScan.result, 'infected')));
	return rows.map((row) => row.sha256);
}

/** The items that a file stands behind, with whom to tell of it. Withdrawn ones are left out. */
export async function itemsOfFile(db: Queryable, sha256: string) {
	return db
		.select({
			title: evidence.title,
			assignmentId: assignment.id,
			organisationId: assignment.organisationId,
			inspection: inspection.code,
			number: recommendation.number,
			recommendationTitle: recommendation.title,
			organisation: organisation.code,
			organisationName: organisation.name,
			uploader: person.email,
			deactivatedAt: person.deactivatedAt
		})
		.from(evidence)
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.innerJoin(person, eq(person.id, evidence.addedBy))
		.where(and(eq(evidence.fileSha256, sha256), isNull(evidence.withdrawnAt)))
		.orderBy(asc(evidence.id));
}

export async function recordScan(
	tx: Queryable,
	scan: { sha256: string; result: ScanResult; detail: string | null; at: number }
): Promise<void> {
	await tx.insert(fileScan).values(scan);
}

/** How many stored files stand how with the scanner; 'none' was never looked at. */
export async function countScans(db: Queryable): Promise<Record<ScanResult | 'none', number>> {
	const counts = { clean: 0, infected: 0, failed: 0, none: 0 };
	const rows = await db
		.select({ result: fileScan.result, files: sql<number>`count(*)` })
		.from(storedFile)
		.leftJoin(fileScan, isLatestScan(storedFile.sha256))
		.groupBy(fileScan.result);
	for (const { result, files } of rows) counts[result ?? 'none'] = files;
	return counts;
}
