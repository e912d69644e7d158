import { momentOf } from '#lib/domain/clock.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import {
	filesToScan,
	infectedAmong,
	itemsOfFile,
	notJudgedAmong,
	recordScan
} from '../db/queries/file-scan.ts';
import type { FileScanner, ScanVerdict } from '../files/clamd.ts';
import type { FileStore } from '../files/store.ts';
import { tellOfInfection } from '../mail/file-scans.ts';

export interface ScanContext extends Context {
	readonly files: FileStore;
	/** Undefined where none is configured: nothing is scanned then. */
	readonly scanner: FileScanner | undefined;
}

export type ScanTally = Readonly<Record<ScanVerdict['result'], number>>;

export interface ScanOptions {
	/** Also those of which a failed scan was going to wait. */
	readonly isUrgent?: boolean;
	/** Asked before each file: whether to leave the rest to the next run. */
	readonly isOver?: () => boolean;
}

const BATCH = 20;

/**
 * Scans every file that is due, one after the other, and keeps what was said of each in a transaction of its
 * own. Ends early where the scanner cannot be reached: asking for the rest would only repeat it.
 */
export async function scanDueFiles(
	context: ScanContext,
	{ isUrgent = false, isOver = () => false }: ScanOptions = {}
): Promise<ScanTally> {
	const tally = { ...NOTHING };
	const tried = new Set<string>();
	for (;;) {
		const limit = BATCH + tried.size;
		const due = await filesToScan(context.db.read, context.clock.now(), { limit, isUrgent });
		const next = due.filter((sha256) => !tried.has(sha256));
		if (next.length === 0 || !(await scanEach(context, next, tally, isOver))) return tally;
		for (const sha256 of next) tried.add(sha256);
	}
}

/** Scans these files, but for those that the scanner has judged before. */
export async function scanTheseFiles(
	context: ScanContext,
	sha256s: readonly string[]
): Promise<ScanTally> {
	const tally = { ...NOTHING };
	await scanEach(context, await notJudgedAmong(context.db.read, sha256s), tally, () => false);
	return tally;
}

const NOTHING = { clean: 0, infected: 0, failed: 0 };

/** False where there is no scanner, or none that can be reached, or the rest is for later. */
async function scanEach(
	context: ScanContext,
	sha256s: readonly string[],
	tally: Record<ScanVerdict['result'], number>,
	isOver: () => boolean
): Promise<boolean> {
	if (context.scanner === undefined) return false;
	for (const sha256 of sha256s) {
		if (isOver()) return false;
		const verdict = await scan(context, context.scanner, sha256);
		await keepVerdict(context, sha256, verdict);
		tally[verdict.result] += 1;
		if (verdict.result === 'failed' && isUnreachable(verdict.detail)) return false;
	}
	return true;
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
		// Two that scan at once, as the service and the command line may, tell of it once.
		const isKnown = (await infectedAmong(tx, [sha256])).length > 0;
		if (isKnown && verdict.result === 'infected') return;
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
