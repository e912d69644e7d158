import type { ScanResult } from '#lib/domain/evidence.ts';
import { and, asc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
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

/** Of the evidence `e`: the scanner has found something in its file, and nobody can open it. */
export const isInQuarantineSql: SQL<boolean> = sql<boolean>`coalesce((select f.result from ${fileScan} f
	where f.sha256 = e.file_sha256 order by f.id desc limit 1) = 'infected', 0)`;

const MINUTE = 60_000;
/** 2 to this power minutes, about an hour, is the longest that a failed scan waits for another try. */
const DOUBLINGS_MAX = 6;

interface Due {
	readonly limit: number;
	/** Also those of which a failed scan was going to wait. */
	readonly isUrgent: boolean;
}

/**
 * Files of which the scanner has neither said that they are clean nor that they are not: first those that it
 * was never asked about, then those that are due again. After each failure a file waits twice as long.
 * In two queries, because in one SQLite reads every row of both tables.
 */
export async function filesToScan(db: Queryable, now: number, due: Due): Promise<string[]> {
	const fresh = await db
		.select({ sha256: storedFile.sha256 })
		.from(storedFile)
		.where(sql`not exists (select 1 from ${fileScan} f where f.sha256 = ${storedFile.sha256})`)
		.limit(due.limit);
	const failed = await failedScans(db, now, { ...due, limit: due.limit - fresh.length });
	return [...fresh, ...failed].map((row) => row.sha256);
}

async function failedScans(db: Queryable, now: number, { limit, isUrgent }: Due) {
	if (limit <= 0) return [];
	const failures = sql`(select count(*) from ${fileScan} f where f.sha256 = ${fileScan.sha256})`;
	const wait = sql`(1 << min(${failures}, ${DOUBLINGS_MAX})) * ${MINUTE}`;
	return db
		.select({ sha256: fileScan.sha256 })
		.from(fileScan)
		.where(
			and(
				eq(fileScan.result, 'failed'),
				isLatestScan(fileScan.sha256),
				isUrgent ? undefined : sql`${fileScan.at} + ${wait} <= ${now}`
			)
		)
		.orderBy(asc(fileScan.id))
		.limit(limit);
}

/** Of these files, those that the scanner has not judged yet. */
export async function notJudgedAmong(db: Queryable, sha256s: readonly string[]): Promise<string[]> {
	const judged = await db
		.select({ sha256: fileScan.sha256 })
		.from(fileScan)
		.where(
			and(
				inArray(fileScan.sha256, [...sha256s]),
				isLatestScan(fileScan.sha256),
				ne(fileScan.result, 'failed')
			)
		);
	const known = new Set(judged.map(({ sha256 }) => sha256));
	return [...new Set(sha256s)].filter((sha256) => !known.has(sha256));
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
