import { Worker } from 'node:worker_threads';
import { EXPORTS_AT_ONCE, EXPORTS_OF_ALL } from '#lib/domain/export.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { ExportRequest, FromThread, ThreadData, ToThread } from './export-messages.ts';

export interface ExportStarted {
	/** 'OIC-assignments-as-at-2026-03-02-OFFICIAL.csv' */
	readonly name: string;
	/** Made while it is read; whoever stops reading stops the work. */
	readonly body: ReadableStream<Uint8Array>;
}

/** Makes files of lists in a thread of its own, so that nobody's page waits for somebody's spreadsheet. */
export interface ExportThread {
	/**
	 * @throws Refusal 'exports-running' where the person, or everybody together, has as many going as there may
	 * be, and as `openExport`
	 */
	open(request: ExportRequest): Promise<ExportStarted>;
	close(): Promise<void>;
}

type Answered = (message: FromThread) => void;

/** The thread is started by the first export, and ends when none was asked for in this time. */
const IDLE_MS = 5_000;
const HEAP_MB = 256;

export function openExportThread(data: Omit<ThreadData, 'isExportThread'>): ExportThread {
	const running = new Map<number, { personId: number; answered: Answered }>();
	let starting: Promise<Worker> | undefined;
	let idle: NodeJS.Timeout | undefined;
	let last = 0;

	return {
		async open(request) {
			refuseTooMany([...running.values()], request.actor.personId);
			clearTimeout(idle);
			const id = ++last;
			let answered: Answered = () => undefined;
			running.set(id, { personId: request.actor.personId, answered: (m) => answered(m) });
			const next = () => new Promise<FromThread>((resolve) => (answered = resolve));
			const first = next();
			try {
				starting ??= start();
				const worker = await starting;
				send(worker, { type: 'open', id, request });
				const message = await first;
				if (message.type !== 'opened') throw problemOf(message);
				const body = streamOf(worker, id, next, () => finish(id));
				return { name: `${message.name}.${request.format}`, body };
			} catch (thrown) {
				finish(id);
				throw thrown;
			}
		},
		async close() {
			clearTimeout(idle);
			await (await starting)?.terminate();
		}
	};

	async function start(): Promise<Worker> {
		// Its own address, which is a file of source here and one that was built there.
		const { here } = await import('./export-worker.ts');
		const workerData: ThreadData = { isExportThread: true, ...data };
		const worker = new Worker(new URL(here), {
			workerData,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }
		});
		worker.unref();
		worker.on('message', (message: FromThread) => running.get(message.id)?.answered(message));
		worker.on('error', (error) => end(error));
		worker.on('exit', () => end(new Error('The thread of exports has ended')));
		return worker;
	}

	function end(error: Error): void {
		starting = undefined;
		for (const [id, { answered }] of running) answered({ type: 'failed', id, error });
		running.clear();
	}

	function finish(id: number): void {
		running.delete(id);
		if (running.size > 0 || !starting) return;
		const thread = starting;
		idle = setTimeout(() => void thread.then((worker) => worker.terminate()), IDLE_MS).unref();
	}
}

function refuseTooMany(running: readonly { personId: number }[], personId: number): void {
	const own = running.filter((one) => one.personId === personId).length;
	if (own >= EXPORTS_AT_ONCE || running.length >= EXPORTS_OF_ALL) {
		throw new Refusal('exports-running', { facts: { own, most: EXPORTS_AT_ONCE } });
	}
}

/** One piece is made for each that is taken: a reader who is slow, or gone, makes no work. */
function streamOf(
	worker: Worker,
	id: number,
	next: () => Promise<FromThread>,
	finish: () => void
): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const answer = next();
			send(worker, { type: 'next', id });
			const message = await answer;
			if (message.type === 'piece') return controller.enqueue(message.bytes);
			finish();
			if (message.type === 'end') controller.close();
			else controller.error(problemOf(message));
		},
		cancel() {
			send(worker, { type: 'stop', id });
			finish();
		}
	});
}

function problemOf(message: FromThread): Error {
	if (message.type === 'refused') {
		const { code, field, facts } = message;
		return new Refusal(code, field === undefined ? { facts } : { field, facts });
	}
	return message.type === 'failed' ? message.error : new Error(`Not expected: ${message.type}`);
}

function send(worker: Worker, message: ToThread): void {
	worker.postMessage(message);
}
