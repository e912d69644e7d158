import { fork, type ChildProcess } from 'node:child_process';
import { ownFile } from './own-folder.ts';

/** What a press asks its process, and what it is answered. */
export interface Order<Input> {
	readonly id: number;
	readonly input: Input;
}

export interface Printed {
	readonly id: number;
	readonly bytes?: Uint8Array;
	readonly problem?: string;
}

interface Waiting {
	readonly resolve: (bytes: Uint8Array) => void;
	readonly reject: (error: Error) => void;
}

interface Press {
	readonly worker: ChildProcess;
	readonly waiting: Map<number, Waiting>;
	idle?: NodeJS.Timeout;
}

/** Its fonts and what it has set before are some hundred megabytes, which are given back after that. */
const IDLE_MS = 60_000;
/** The limit stops a document that nothing else stopped. */
const HEAP = ['--max-semi-space-size=4', '--max-old-space-size=256'];

/**
 * Makes documents in a process of its own, started when the first is asked for: no request waits for another's
 * paper, a fault in a library of machine code ends nothing else, and what it took is the system's again when it
 * ends. A process that fails takes its papers with it, and the next paper gets another one.
 * @param file of this folder, which answers each `Order` with what was `Printed` (`printing.ts`)
 * @param idleMs after which the process is let go when nothing was asked for
 */
export function pressOf<Input>(
	file: string,
	idleMs = IDLE_MS
): (input: Input) => Promise<Uint8Array> {
	let press: Press | undefined;
	let asked = 0;

	function open(): Press {
		const worker = fork(ownFile(file), [], {
			execArgv: HEAP,
			serialization: 'advanced',
			stdio: ['ignore', 'inherit', 'inherit', 'ipc']
		});
		const opened: Press = { worker, waiting: new Map() };
		const { waiting } = opened;
		worker.on('message', ({ id, bytes, problem }: Printed) => {
			const asker = waiting.get(id);
			waiting.delete(id);
			if (waiting.size === 0) rest(opened);
			if (bytes) asker?.resolve(bytes);
			else asker?.reject(new Error(`It could not be made: ${problem}`));
		});
		worker.on('error', (error) => fail(opened, error));
		worker.on('exit', () => fail(opened, new Error('The process that makes documents ended')));
		return opened;
	}

	function rest(resting: Press): void {
		// A service that has nothing else to do may end, and its process with it.
		resting.worker.unref();
		resting.worker.channel?.unref();
		resting.idle = setTimeout(() => {
			if (press === resting) press = undefined;
			if (resting.worker.connected) resting.worker.disconnect();
		}, idleMs).unref();
	}

	function fail(failed: Press, error: Error): void {
		if (press === failed) press = undefined;
		clearTimeout(failed.idle);
		for (const { reject } of failed.waiting.values()) reject(error);
		failed.waiting.clear();
	}

	return (input) => {
		press ??= open();
		const { worker, waiting, idle } = press;
		clearTimeout(idle);
		const id = (asked += 1);
		return new Promise((resolve, reject) => {
			waiting.set(id, { resolve, reject });
			worker.ref();
			worker.channel?.ref();
			// Whoever waits for one that has ended is told by its end.
			worker.send({ id, input } satisfies Order<Input>, () => undefined);
		});
	};
}
