// Typesets papers in a thread of its own, where it keeps its compiler warm and no request waiting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { paperFonts } from './paper-fonts.ts';

const template = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: paperFonts() }] });

/** Papers for which results of parts are kept in memory. */
const KEPT = 10;

parentPort!.on('message', ({ id, paper }: { id: number; paper: string }) => {
	try {
		const pdf = compiler.pdf(
			{ mainFileContent: template, inputs: { paper } },
			{ pdfStandard: 'ua-1' }
		);
		compiler.evictCache(KEPT);
		parentPort!.postMessage({ id, pdf });
	} catch (thrown) {
		parentPort!.postMessage({ id, problem: String((thrown as Error).message) });
	}
});
