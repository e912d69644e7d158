import { momentOf } from '#lib/domain/clock.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { filesToScan, itemsOfFile, recordScan } from '../db/queries/file-scan.ts';
import type { FileScanner, ScanVerdict } from '../files/clamd.ts';
import type { FileStore } from '../files/store.ts';
import { tellOfInfection } from '../mail/file-scans.ts';

export interface ScanContext extends Context {
	readonly files: FileStore;
	/** Undefined where none is configured: nothing is scanned then. */
	readonly scanner: FileScanner | undefined;
}

export type ScanTally = Readonly<Record<ScanVerdict['result'], number>>;

const BATCH = 20;

/**
 * Scans every file that is due, one after the other, and keeps what was said of each in a transaction of its
 * own. Ends early where the scanner cannot be reached: asking for the rest would only repeat it.
 * @param isUrgent also those of which a failed scan was going to wait
 */
export async function scanDueFiles(
	context: ScanContext,
	{ isUrgent = false }: { readonly isUrgent?: boolean } = {}
): Promise<ScanTally> {
	const tally = { clean: 0, infected: 0, failed: 0 };
	const { scanner } = context;
	if (scanner === undefined) return tally;
	const tried = new Set<string>();
	for (;;) {
		const limit = BATCH + tried.size;
		const due = await filesToScan(context.db.read, context.clock.now(), { limit, isUrgent });
		const next = due.filter((sha256) => !tried.has(sha256));
		if (next.length === 0) return tally;
		for (const sha256 of next) {
			tried.add(sha256);
			const verdict = await scan(context, scanner, sha256);
			await keepVerdict(context, sha256, verdict);
			tally[verdict.result] += 1;
			if (verdict.result === 'failed' && isUnreachable(verdict.detail)) return tally;
		}
	}
}

/** A file that the disk does not give back as it was received has failed; the rest goes on. */
async function scan(
	{ files }: ScanContext,
	scanner: FileScanner,
	sha256: string
): Promise<ScanVerdict> {
	try {
		const { stream } = await files.open(sha256);
		return await scanner.scan(stream);
	} catch {
		return { result: 'failed', detail: 'the stored file cannot be read' };
	}
}

/** An infected file is said in the trail of each item that it stands behind, and told to those concerned. */
async function keepVerdict(
	context: ScanContext,
	sha256: string,
	verdict: ScanVerdict
): Promise<void> {
	const moment = momentOf(context.clock);
	const detail = verdict.result === 'clean' ? null : verdict.detail;
	await context.db.write(async (tx) => {
		await recordScan(tx, { sha256, result: verdict.result, detail, at: moment.at });
		if (verdict.result !== 'infected') return;
		for (const item of await itemsOfFile(tx, sha256)) {
			await record(tx, {
				action: 'evidence.quarantine',
				actor: null,
				moment,
				assignmentId: item.assignmentId,
				organisationId: item.organisationId,
				particulars: {
					reference: assignmentReference(item.inspection, item.number, item.organisation),
					organisation: item.organisationName,
					kind: 'file',
					title: item.title,
					sha256,
					found: verdict.detail
				}
			});
			await tellOfInfection(tx, item, moment, context.origin);
		}
	});
}

/** The codes of a connection that cannot be made (node:errors, "Common system errors"). */
function isUnreachable(detail: string): boolean {
	return /^E[A-Z]+$/.test(detail) && !['EPIPE', 'ECONNRESET'].includes(detail);
}
