import { Worker } from 'node:worker_threads';
import type { SheetsReading } from './exchange/workbook/workbook-problem.ts';
import type { WorkbookThreadData } from './workbook-worker.ts';

/** More than an honest workbook needs. A thread that needs more is ended, and the service goes on. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };
const LONGEST_MS = 20_000;

let reading: Promise<unknown> = Promise.resolve();

/** Reads a workbook that somebody brings, one at a time, in a thread whose memory and time are limited. */
export function readWorkbookAside(bytes: Uint8Array): Promise<SheetsReading> {
	const read = reading.then(() => readInThread(bytes));
	reading = read.catch(() => undefined);
	return read;
}

async function readInThread(bytes: Uint8Array): Promise<SheetsReading> {
	const { here } = await import('./workbook-worker.ts');
	const workerData: WorkbookThreadData = { isWorkbookThread: true, bytes };
	const worker = new Worker(new URL(here), { workerData, execArgv: [], resourceLimits: LIMITS });
	return new Promise((resolve) => {
		const giveUp = setTimeout(() => void worker.terminate(), LONGEST_MS);
		worker.once('message', (read: SheetsReading) => resolve(read));
		// Whatever ends the thread, out of memory or time, is the file's fault.
		worker.on('error', () => resolve(TOO_MUCH));
		worker.once('exit', () => {
			clearTimeout(giveUp);
			resolve(TOO_MUCH);
		});
	});
}

const TOO_MUCH: SheetsReading = {
	ok: false,
	reason: 'The workbook takes more memory or time to read than this service gives it'
};
