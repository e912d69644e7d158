import type { Actor } from '#lib/domain/actor.ts';
import { canOpenFile, scanStandingOf } from '#lib/domain/file-scan.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { isLatestScan } from '../db/queries/file-scan.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence, storedFile } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { fileScan } from '../db/schema/requests.ts';
import type { ScanningContext } from './evidence-rows.ts';

export type EvidenceFile = Awaited<ReturnType<typeof readEvidenceFile>>;

/**
 * A file that may be downloaded: scoped to the actor, not withdrawn, and passed by the scanner where there
 * is one.
 * @throws Refusal 'not-found' where there is none, so that a key tells nothing; 'file-quarantined', or
 *   'file-awaits-scan' for anybody but whoever uploaded it, both with the assignment that it belongs to
 */
export async function readEvidenceFile(
	{ db, scanner }: ScanningContext,
	actor: Actor,
	key: string
) {
	const [row] = await db.read
		.select({
			title: evidence.title,
			name: evidence.fileName,
			withdrawnAt: evidence.withdrawnAt,
			sha256: storedFile.sha256,
			bytes: storedFile.bytes,
			mediaType: storedFile.mediaType,
			assignmentId: assignment.id,
			organisationId: assignment.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			inspectionCode: inspection.code,
			number: recommendation.number,
			addedBy: evidence.addedBy,
			scanResult: fileScan.result
		})
		.from(evidence)
		.innerJoin(storedFile, eq(storedFile.sha256, evidence.fileSha256))
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(fileScan, isLatestScan(evidence.fileSha256))
		.where(and(eq(evidence.key, key), visibleTo(actor, assignment.organisationId)));
	if (!row || row.withdrawnAt !== null || row.name === null) throw notFound('evidence');
	mustBeAbleTo(actor, 'download-evidence', row);
	const standing = scanStandingOf(row.scanResult, scanner !== undefined);
	if (!canOpenFile(standing, row.addedBy === actor.personId)) {
		const told = {
			facts: {
				reference: recommendationReference(row.inspectionCode, row.number),
				organisation: row.organisationCode
			}
		};
		if (standing === 'infected') throw new Refusal('file-quarantined', told);
		throw new Refusal('file-awaits-scan', told);
	}
	return { ...row, name: row.name };
}
