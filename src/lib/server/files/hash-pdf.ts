import { createHash } from 'node:crypto';
import { Refusal } from '#lib/domain/refusal.ts';

/** How far into a file its mark may stand (ISO 32000-1, Annex H.3, note 13). */
const MARK_WITHIN = 1024;

/**
 * The SHA-256 of a PDF as it streams by. Nothing of it is kept, and nothing of it is read but its mark.
 * @throws Refusal 'file-empty', or 'not-a-pdf' for what has no such mark
 */
export async function hashPdf(stream: AsyncIterable<Uint8Array>): Promise<string> {
	const hash = createHash('sha256');
	let head = Buffer.alloc(0);
	for await (const chunk of stream) {
		if (head.length < MARK_WITHIN) {
			head = Buffer.concat([head, chunk.subarray(0, MARK_WITHIN - head.length)]);
		}
		hash.update(chunk);
	}
	if (head.length === 0) throw new Refusal('file-empty', { field: 'file' });
	if (!head.includes('%PDF-')) throw new Refusal('not-a-pdf', { field: 'file' });
	return hash.digest('hex');
}
