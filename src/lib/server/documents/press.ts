import { Worker } from 'node:worker_threads';
import { ownFile } from './own-folder.ts';

/** What a press asks its thread, and what it is answered. */
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
	readonly worker: Worker;
	readonly waiting: Map<number, Waiting>;
	idle?: NodeJS.Timeout;
}

/** Its fonts and what it has set before are some hundred megabytes, which are given back after that. */
const IDLE_MS = 60_000;

/**
 * Makes documents in a thread of its own, opened when the first is asked for, so that no request waits for
 * another's paper. A thread that fails takes its papers with it, and the next paper gets another one.
 * @param file of this folder, which answers each `Order` with what was `Printed`
 * @param idleMs after which the thread is let go when nothing was asked for
 */
export function pressOf<Input>(
	file: string,
	idleMs = IDLE_MS
): (input: Input) => Promise<Uint8Array> {
	let press: Press | undefined;
	let asked = 0;

	function open(): Press {
		const opened: Press = { worker: new Worker(ownFile(file)), waiting: new Map() };
		const { worker, waiting } = opened;
		worker.on('message', ({ id, bytes, problem }: Printed) => {
			const asker = waiting.get(id);
			waiting.delete(id);
			if (waiting.size === 0) rest(opened);
			if (bytes) asker?.resolve(bytes);
			else asker?.reject(new Error(`The paper could not be made: ${problem}`));
		});
		worker.on('error', (error) => fail(opened, error as Error));
		worker.on('exit', () => fail(opened, new Error('The thread that makes papers ended')));
		return opened;
	}

	function rest(resting: Press): void {
		// A process that has nothing else to do may end.
		resting.worker.unref();
		resting.idle = setTimeout(() => {
			if (press === resting) press = undefined;
			void resting.worker.terminate();
		}, idleMs).unref();
	}

	function fail(failed: Press, error: Error): void {
		if (press === failed) press = undefined;
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
			worker.postMessage({ id, input } satisfies Order<Input>);
		});
	};
}
