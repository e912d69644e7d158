import { pathToFileURL } from 'node:url';
import { fixedClock } from '#lib/domain/clock.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { openSnapshot } from './db/open.ts';
import { exportPieces } from './export-pieces.ts';
import { openExport } from './exchange/lists/open-export.ts';
import type { ExportRequest, ExportSettings, FromWorker, ToWorker } from './export-messages.ts';

/** This module's own address, to start a process with. */
export const here = import.meta.url;

interface Job {
	readonly pieces: AsyncGenerator<Uint8Array>;
	readonly close: () => void;
	stalled: NodeJS.Timeout;
}

const [, program, settings] = process.argv;
const isStarted = program !== undefined && pathToFileURL(program).href === here;
if (isStarted && process.send) serve(JSON.parse(settings ?? '') as ExportSettings);

function serve({ databaseFile, scans, stalledMs }: ExportSettings): void {
	const jobs = new Map<number, Job>();
	// The service may go while it is told something, which is nobody's fault.
	const answer = (message: FromWorker) =>
		process.connected && process.send?.(message, undefined, undefined, () => undefined);

	// What is being downloaded is finished before the service stops; the service, by stopping, stops this.
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
	process.once('disconnect', () => process.exit());
	process.on('message', (message: ToWorker) => {
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
				answer({ type: 'piece', id, bytes: value });
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
		}, stalledMs);
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
