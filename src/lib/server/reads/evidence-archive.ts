import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { scanStandingOf, type ScanStanding } from '#lib/domain/file-scan.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { asc, eq } from 'drizzle-orm';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { selectEvidence, type ScanningContext } from './evidence-rows.ts';

export type EvidenceArchive = Awaited<ReturnType<typeof readEvidenceArchive>>;
export type ArchivedItem = EvidenceArchive['items'][number];

/** Why the bytes of a file are not in the archive; null for one that is, and for what is no file. */
export type LeftOut = 'withdrawn' | 'infected' | 'awaits-scan' | null;

/**
 * All evidence of an assignment as it goes into one archive, in the order in which it was added.
 * @throws Refusal 'not-found' for one that is not the actor's to see, or 'not-allowed'
 */
export async function readEvidenceArchive(
	context: ScanningContext,
	actor: Actor,
	name: AssignmentName
) {
	const { db, scanner, clock } = context;
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'download-evidence', found);
	const rows = await selectEvidence(db.read)
		.where(eq(evidence.assignmentId, found.id))
		.orderBy(asc(evidence.id));
	return {
		...momentOf(clock),
		assignmentId: found.id,
		organisationId: found.organisationId,
		recommendation: name.reference,
		organisationCode: name.organisation,
		reference: found.reference,
		title: found.recommendationTitle,
		organisationName: found.organisationName,
		items: rows.map(({ scanResult, scanDetail, addedById: _by, count: _all, ...row }) => {
			const scan = row.sha256 === null ? null : scanStandingOf(scanResult, scanner !== undefined);
			return {
				...row,
				scan,
				found: scan === 'infected' ? scanDetail : null,
				leftOut: leftOutBecause(scan, row.withdrawnOn !== null)
			};
		})
	};
}

/** A file that waits for its scan is left out for everybody: an archive is made to be passed on. */
function leftOutBecause(scan: ScanStanding | null, isWithdrawn: boolean): LeftOut {
	if (scan === null) return null;
	if (isWithdrawn) return 'withdrawn';
	if (scan === 'infected') return 'infected';
	return scan === 'waiting' || scan === 'failed' ? 'awaits-scan' : null;
}
