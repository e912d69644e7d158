import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EXPORTS_AT_ONCE, EXPORTS_OF_ALL } from '#lib/domain/export.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { ExportRequest, ExportSettings, FromWorker, ToWorker } from './export-messages.ts';

export interface ExportStarted {
	/** 'OIC-assignments-as-at-2026-03-02-OFFICIAL.csv' */
	readonly name: string;
	/** Made while it is read; whoever stops reading stops the work. */
	readonly body: ReadableStream<Uint8Array>;
}

/**
 * Makes files of lists in a process of its own: nobody's page waits for somebody's spreadsheet, a spreadsheet that
 * takes too much memory ends nothing else, and what it took is the system's again afterwards.
 */
export interface ExportProcess {
	/**
	 * @throws Refusal 'exports-running' where the person, or everybody together, has as many going as there may
	 * be, and as `openExport`
	 */
	open(request: ExportRequest): Promise<ExportStarted>;
	close(): Promise<void>;
}

interface Job {
	readonly id: number;
	readonly personId: number;
	answered: (message: FromWorker) => void;
	/** What ended it, which may be said while nobody asks: the next who asks hears it. */
	failed?: FromWorker;
}

/** The process is started by the first export, and ends when none was asked for in this time. */
const IDLE_MS = 5_000;
/** The limit stops a list that nothing else stopped. */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=256'];

export function openExportProcess(settings: ExportSettings): ExportProcess {
	const jobs = new Map<number, Job>();
	let starting: Promise<ChildProcess> | undefined;
	let idle: NodeJS.Timeout | undefined;
	let last = 0;

	return {
		async open(request) {
			const { personId } = request.actor;
			refuseTooMany([...jobs.values()], personId);
			clearTimeout(idle);
			const job: Job = { id: ++last, personId, answered: () => undefined };
			jobs.set(job.id, job);
			try {
				starting ??= start().catch((thrown: unknown) => {
					starting = undefined;
					throw thrown;
				});
				const worker = await starting;
				const message = await ask(worker, job, { type: 'open', id: job.id, request });
				if (message.type !== 'opened') throw problemOf(message);
				const body = streamOf(worker, job, () => finish(job));
				return { name: `${message.name}.${request.format}`, body };
			} catch (thrown) {
				finish(job);
				throw thrown;
			}
		},
		async close() {
			clearTimeout(idle);
			await end();
		}
	};

	async function start(): Promise<ChildProcess> {
		// Its own address, which is a file of source here and one that was built there.
		const { here } = await import('./export-worker.ts');
		const worker = fork(fileURLToPath(here), [JSON.stringify(settings)], {
			execArgv: HEAP,
			serialization: 'advanced',
			stdio: ['ignore', 'inherit', 'inherit', 'ipc']
		});
		worker.on('message', hear);
		await once(worker, 'spawn');
		worker.once('exit', () => lose(worker));
		worker.on('error', () => worker.kill());
		// A service that has nothing else to do may end, and its process with it.
		worker.unref();
		worker.channel?.unref();
		setPriority(worker.pid!, constants.priority.PRIORITY_BELOW_NORMAL);
		return worker;
	}

	function hear(message: FromWorker): void {
		const job = jobs.get(message.id);
		if (!job) return;
		if (message.type === 'failed') {
			job.failed = message;
			finish(job);
		}
		job.answered(message);
	}

	/** It ended by itself: too much memory, or somebody stopped it. The next export has another one. */
	async function lose(worker: ChildProcess): Promise<void> {
		if (worker !== (await starting)) return;
		starting = undefined;
		for (const job of [...jobs.values()]) job.answered(lost(job.id));
		jobs.clear();
	}

	async function end(): Promise<void> {
		const ending = starting;
		starting = undefined;
		for (const job of jobs.values()) job.answered(lost(job.id));
		jobs.clear();
		const worker = await ending?.catch(() => undefined);
		if (worker?.connected) worker.disconnect();
	}

	function finish(job: Job): void {
		jobs.delete(job.id);
		if (jobs.size > 0) return;
		clearTimeout(idle);
		idle = setTimeout(() => void end(), IDLE_MS).unref();
	}
}

function refuseTooMany(running: readonly { personId: number }[], personId: number): void {
	const own = running.filter((one) => one.personId === personId).length;
	if (own >= EXPORTS_AT_ONCE || running.length >= EXPORTS_OF_ALL) {
		throw new Refusal('exports-running', { facts: { own, most: EXPORTS_AT_ONCE } });
	}
}

/** One piece is made for each that is taken: a reader who is slow, or gone, makes no work. */
function streamOf(worker: ChildProcess, job: Job, finish: () => void): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const message = await ask(worker, job, { type: 'next', id: job.id });
			if (message.type === 'piece') return controller.enqueue(message.bytes);
			finish();
			if (message.type === 'end') controller.close();
			else controller.error(problemOf(message));
		},
		cancel() {
			if (worker.connected) worker.send({ type: 'stop', id: job.id } satisfies ToWorker, ignore);
			finish();
		}
	});
}

/** The next thing that is said of the job; 'failed' where nobody is left to say anything. */
function ask(worker: ChildProcess, job: Job, message: ToWorker): Promise<FromWorker> {
	return new Promise((resolve) => {
		if (job.failed) return resolve(job.failed);
		job.answered = resolve;
		if (!worker.connected) return resolve(lost(job.id));
		worker.send(message, (problem) => problem && resolve(lost(job.id)));
	});
}

function lost(id: number): FromWorker {
	return { type: 'failed', id, error: new Error('The process of exports has ended') };
}

function problemOf(message: FromWorker): Error {
	if (message.type === 'refused') {
		const { code, field, facts } = message;
		return new Refusal(code, field === undefined ? { facts } : { field, facts });
	}
	return message.type === 'failed' ? message.error : new Error(`Not expected: ${message.type}`);
}

/** Whoever is gone needs no telling. */
const ignore = () => undefined;
