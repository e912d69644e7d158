// Typesets papers in a process of its own, where it keeps its compiler warm and no request waiting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from '#lib/domain/paper.ts';
import { paperFonts } from './paper-fonts.ts';
import { paperInput } from './paper-input.ts';
import { answerOrders } from './printing.ts';

const template = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: paperFonts() }] });

/** Papers for which results of parts are kept in memory. */
const KEPT = 10;

answerOrders((paper: Paper) => {
	const bytes = compiler.pdf(
		{ mainFileContent: template, inputs: { paper: paperInput(paper) } },
		{ pdfStandard: 'ua-1' }
	);
	compiler.evictCache(KEPT);
	return bytes;
});
