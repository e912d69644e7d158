import type { Paper } from '#lib/domain/paper.ts';
import { pressOf } from './press.ts';

const press = pressOf<Paper>('pdf-worker.ts');

/**
 * The paper as tagged PDF (PDF/UA-1), the same bytes for the same paper. Set in a process of its own: some 20 ms
 * for a dozen sheets once it is warm, half a second the first time.
 */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
	return press(paper);
}
