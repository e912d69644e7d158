import { Worker } from 'node:worker_threads';
import type { Paper } from '#lib/domain/paper.ts';
import { ownFile } from './own-folder.ts';
import { paperInput } from './paper-input.ts';

interface Answer {
	readonly id: number;
	readonly pdf?: Uint8Array;
	readonly problem?: string;
}

interface Waiting {
	readonly resolve: (pdf: Uint8Array) => void;
	readonly reject: (error: Error) => void;
}

interface Press {
	readonly worker: Worker;
	readonly waiting: Map<number, Waiting>;
}

let press: Press | undefined;
let asked = 0;

/**
 * The paper as tagged PDF (PDF/UA-1), the same bytes for the same paper. Set in a thread of its own: some 20 ms
 * for a dozen sheets once it is warm, half a second the first time.
 */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
	press ??= openPress();
	const { worker, waiting } = press;
	const id = (asked += 1);
	return new Promise((resolve, reject) => {
		waiting.set(id, { resolve, reject });
		worker.ref();
		worker.postMessage({ id, paper: paperInput(paper) });
	});
}

function openPress(): Press {
	const opened: Press = { worker: new Worker(ownFile('pdf-worker.ts')), waiting: new Map() };
	const { worker, waiting } = opened;
	worker.on('message', ({ id, pdf, problem }: Answer) => {
		const asker = waiting.get(id);
		waiting.delete(id);
		// A process that has nothing else to do may end.
		if (waiting.size === 0) worker.unref();
		if (pdf) asker?.resolve(pdf);
		else asker?.reject(new Error(`The paper could not be typeset: ${problem}`));
	});
	worker.on('error', (error) => fail(opened, error));
	worker.on('exit', () => fail(opened, new Error('The thread that typesets papers ended')));
	return opened;
}

/** The next paper gets a thread of its own again. */
function fail(failed: Press, error: unknown): void {
	if (press === failed) press = undefined;
	for (const { reject } of failed.waiting.values()) reject(error as Error);
	failed.waiting.clear();
}
