import type { Logger } from 'pino';
import { scanDueFiles, type ScanContext } from '../services/file-scans.ts';

const running = new WeakMap<object, { isAskedAgain: boolean }>();

/**
 * Scans what is due now, after whoever asked has had their answer. One run at a time: asked again meanwhile,
 * it looks once more when it is done. What goes wrong is logged, and left to the job that comes by later.
 */
export function scanSoon(context: ScanContext & { readonly log: Logger }): void {
	const run = running.get(context.db);
	if (run) run.isAskedAgain = true;
	else void scanUntilDone(context);
}

async function scanUntilDone(context: ScanContext & { readonly log: Logger }): Promise<void> {
	const run = { isAskedAgain: false };
	running.set(context.db, run);
	try {
		do {
			run.isAskedAgain = false;
			await scanDueFiles(context);
		} while (run.isAskedAgain);
	} catch (thrown) {
		const name = thrown instanceof Error ? thrown.name : typeof thrown;
		context.log.error({ job: 'scan-files', name }, 'job failed');
	} finally {
		running.delete(context.db);
	}
}
