// Typesets papers in a thread of its own, where it keeps its compiler warm and no request waiting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { paperFonts } from './paper-fonts.ts';
import type { Order, Printed } from './press.ts';

const template = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: paperFonts() }] });

/** Papers for which results of parts are kept in memory. */
const KEPT = 10;

parentPort!.on('message', ({ id, input: paper }: Order<string>) => {
	try {
		const bytes = compiler.pdf(
			{ mainFileContent: template, inputs: { paper } },
			{ pdfStandard: 'ua-1' }
		);
		compiler.evictCache(KEPT);
		parentPort!.postMessage({ id, bytes } satisfies Printed);
	} catch (thrown) {
		parentPort!.postMessage({ id, problem: String((thrown as Error).message) } satisfies Printed);
	}
});
