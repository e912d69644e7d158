import { plural } from '#lib/wording/counts.ts';
import { isScanDue } from '../reads/job-runs.ts';
import { scanDueFiles, scanTheseFiles, type ScanTally } from '../services/file-scans.ts';
import type { Job, JobContext } from './job.ts';

/** What scans here now, by the database: one after the other, so that no file is scanned twice at once. */
const running = new WeakMap<object, Promise<ScanTally>>();

export const scanFiles: Job = {
	name: 'scan-files',
	summary: 'Scans evidence for malware, where CLAMD is configured, and tries failed scans again',
	pattern: '*/5 * * * *',
	every: 'minute',
	isNeeded: async (context) => context.scanner !== undefined && (await isScanDue(context)),
	async run(context, { isByHand, isOver }) {
		if (context.scanner === undefined) return 'No scanner is configured: nothing is scanned';
		const { clean, infected, failed } = await inTurn(context, () =>
			scanDueFiles(context, { isUrgent: isByHand, isOver })
		);
		return `${plural(clean, 'file')} clean, ${infected} infected, ${plural(failed, 'scan')} failed`;
	}
};

/**
 * Scans files that were just stored, after whoever sent them has had their answer. What goes wrong is
 * logged, and left to the job that comes by later.
 */
export function scanSoon(context: JobContext, sha256s: readonly string[]): void {
	if (context.scanner === undefined) return;
	inTurn(context, () => scanTheseFiles(context, sha256s)).catch((thrown: unknown) => {
		const name = thrown instanceof Error ? thrown.name : typeof thrown;
		context.log.error({ job: scanFiles.name, name }, 'job failed');
	});
}

function inTurn(context: JobContext, work: () => Promise<ScanTally>): Promise<ScanTally> {
	const before = running.get(context.db) ?? Promise.resolve();
	const run = before.then(work, work);
	running.set(context.db, run);
	return run;
}
