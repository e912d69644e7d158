import type { Paper } from '#lib/domain/paper.ts';
import { pressOf } from './press.ts';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const press = pressOf<Paper>('word-worker.ts');

/** The paper as a Word file, made in a process of its own: a long one takes some tenths of a second. */
export function renderWord(paper: Paper): Promise<Uint8Array> {
	return press(paper);
}
