// Makes Word files in a thread of its own.
import { parentPort } from 'node:worker_threads';
import type { Paper } from '#lib/domain/paper.ts';
import { drawWord } from './draw-word.ts';
import type { Order, Printed } from './press.ts';

parentPort!.on('message', ({ id, input }: Order<Paper>) => {
	drawWord(input).then(
		(bytes) => parentPort!.postMessage({ id, bytes } satisfies Printed),
		(thrown: unknown) =>
			parentPort!.postMessage({ id, problem: String((thrown as Error).message) } satisfies Printed)
	);
});
