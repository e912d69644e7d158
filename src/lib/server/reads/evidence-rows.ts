import type { Actor } from '#lib/domain/actor.ts';
import { canOpenFile, scanStandingOf } from '#lib/domain/file-scan.ts';
import { can } from '#lib/domain/policy.ts';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { withdrawer } from '../db/queries/aliases.ts';
import { isLatestScan } from '../db/queries/file-scan.ts';
import { action } from '../db/schema/action.ts';
import { evidence, storedFile } from '../db/schema/evidence.ts';
import { recommendationPart } from '../db/schema/part.ts';
import { person } from '../db/schema/person.ts';
import { fileScan } from '../db/schema/requests.ts';

/** A context that knows whether files are scanned. */
export interface ScanningContext extends Context {
	readonly scanner: object | undefined;
}

export type EvidenceItem = ReturnType<typeof presentEvidence>;
type Row = Awaited<ReturnType<typeof selectEvidence>>[number];

const COLUMNS = {
	id: evidence.id,
	key: evidence.key,
	itemKey: evidence.itemKey,
	version: evidence.itemVersion,
	kind: evidence.kind,
	title: evidence.title,
	shows: evidence.shows,
	marking: evidence.marking,
	sort: evidence.sort,
	page: evidence.page,
	shownOn: evidence.shownOn,
	part: recommendationPart.label,
	action: action.title,
	at: evidence.at,
	onDay: evidence.onDay,
	addedById: evidence.addedBy,
	addedBy: person.name,
	fileName: evidence.fileName,
	sha256: evidence.fileSha256,
	bytes: storedFile.bytes,
	mediaType: storedFile.mediaType,
	scanResult: fileScan.result,
	scanDetail: fileScan.detail,
	linkUrl: evidence.linkUrl,
	heldWhere: evidence.heldWhere,
	custodian: evidence.custodian,
	seenBy: evidence.seenBy,
	seenOn: evidence.seenOn,
	withdrawnOn: evidence.withdrawnOn,
	withdrawnBy: withdrawer.name,
	withdrawnReason: evidence.withdrawnReason,
	/** How many rows there are, whatever the limit. */
	count: sql<number>`count(*) over ()`
};

/** Every column of evidence that a page or a manifest shows; the caller says which rows. */
export function selectEvidence(db: Queryable) {
	return db
		.select(COLUMNS)
		.from(evidence)
		.innerJoin(person, eq(person.id, evidence.addedBy))
		.leftJoin(withdrawer, eq(withdrawer.id, evidence.withdrawnBy))
		.leftJoin(storedFile, eq(storedFile.sha256, evidence.fileSha256))
		.leftJoin(fileScan, isLatestScan(evidence.fileSha256))
		.leftJoin(recommendationPart, eq(recommendationPart.id, evidence.partId))
		.leftJoin(action, eq(action.id, evidence.actionId))
		.$dynamic();
}

/** A row as the actor may see it: how its file stands with the scanner, and whether they can open it. */
export function presentEvidence(
	{ addedById, scanResult, scanDetail, sha256, count: _count, at: _at, ...row }: Row,
	{ scanner }: ScanningContext,
	actor: Actor,
	subject: { readonly organisationId: number }
) {
	const scan = sha256 === null ? null : scanStandingOf(scanResult, scanner !== undefined);
	const isOpenable = scan !== null && canOpenFile(scan, addedById === actor.personId);
	return {
		...row,
		scan,
		/** What the scanner found, in its own words. */
		found: scan === 'infected' ? scanDetail : null,
		canOpen: isOpenable && row.withdrawnOn === null && can(actor, 'download-evidence', subject)
	};
}
