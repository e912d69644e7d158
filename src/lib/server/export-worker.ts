import { isMainThread, parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { fixedClock } from '#lib/domain/clock.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { openSnapshot } from './db/open.ts';
import { exportPieces } from './export-pieces.ts';
import { openExport } from './exchange/lists/open-export.ts';
import type { ExportRequest, FromThread, ThreadData, ToThread } from './export-messages.ts';

/** This module's own address, to start a thread with. */
export const here = import.meta.url;

/** A reader who takes nothing for so long is gone: the snapshot is not held for them. */
const STALLED_MS = 120_000;

interface Job {
	readonly pieces: AsyncGenerator<Uint8Array>;
	readonly close: () => void;
	stalled: NodeJS.Timeout;
}

const data = workerData as ThreadData | null;
if (!isMainThread && parentPort && data?.isExportThread) serve(parentPort, data);

function serve(port: MessagePort, { databaseFile, scans }: ThreadData): void {
	const jobs = new Map<number, Job>();
	const answer = (message: FromThread) => port.postMessage(message);

	port.on('message', (message: ToThread) => {
		if (message.type === 'open') void open(message.id, message.request);
		else if (message.type === 'next') void next(message.id);
		else void stop(message.id);
	});

	async function open(id: number, request: ExportRequest): Promise<void> {
		const db = openSnapshot(databaseFile);
		try {
			const context = {
				db,
				clock: fixedClock(request.at),
				origin: '',
				scanner: scans ? {} : undefined
			};
			const params = new URLSearchParams(request.query);
			const opened = await openExport(context, request.actor, request.list, params);
			const pieces = exportPieces(opened, request.format);
			jobs.set(id, { pieces, close: () => db.close(), stalled: stallAfter(id) });
			answer({ type: 'opened', id, name: opened.name });
		} catch (thrown) {
			db.close();
			fail(id, thrown);
		}
	}

	async function next(id: number): Promise<void> {
		const job = jobs.get(id);
		if (!job) return;
		clearTimeout(job.stalled);
		job.stalled = stallAfter(id);
		try {
			const { done, value } = await job.pieces.next();
			if (done) {
				await stop(id);
				answer({ type: 'end', id });
			} else {
				// A copy: what a pool of buffers lends out cannot be handed over.
				const bytes = new Uint8Array(value);
				port.postMessage({ type: 'piece', id, bytes } satisfies FromThread, [bytes.buffer]);
			}
		} catch (thrown) {
			await stop(id);
			fail(id, thrown);
		}
	}

	async function stop(id: number): Promise<void> {
		const job = jobs.get(id);
		if (!job) return;
		jobs.delete(id);
		clearTimeout(job.stalled);
		try {
			await job.pieces.return(undefined);
		} finally {
			job.close();
		}
	}

	function stallAfter(id: number): NodeJS.Timeout {
		return setTimeout(() => {
			void stop(id).then(() => fail(id, new Error('The reader of an export took nothing')));
		}, STALLED_MS);
	}

	function fail(id: number, thrown: unknown): void {
		if (thrown instanceof Refusal) {
			const { code, field, facts } = thrown;
			answer({ type: 'refused', id, code, field, facts });
		} else {
			answer({ type: 'failed', id, error: thrown as Error });
		}
	}
}
