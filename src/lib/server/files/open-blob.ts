import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { blobPath } from './blob-path.ts';

export type OpenBlob = { stream: ReadableStream<Uint8Array>; bytes: number };

const CHUNK_BYTES = 64 * 1024;

/**
 * Hashes what it hands out and keeps the last piece back until the hash agrees, so that a file
 * altered on disk can never arrive whole: the stream ends in an error instead.
 * Nothing is opened until somebody reads. Throws where the file is missing: a row names it, so
 * that is a fault of ours and not a refusal.
 */
export async function openBlob(root: string, sha256: string): Promise<OpenBlob> {
	const path = blobPath(root, sha256);
	const { size } = await stat(path);
	const hash = createHash('sha256');
	let handle: FileHandle | undefined;
	let held: Uint8Array | undefined;

	const stream = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				handle ??= await open(path, 'r');
				for (;;) {
					const chunk = await readChunk(handle);
					const ready = held;
					if (chunk.length === 0) {
						await handle.close();
						if (hash.digest('hex') !== sha256) {
							throw new Error(`The stored file ${sha256} was altered on disk`);
						}
						if (ready) controller.enqueue(ready);
						controller.close();
						return;
					}
					hash.update(chunk);
					held = chunk;
					if (ready) {
						controller.enqueue(ready);
						return;
					}
				}
			},
			async cancel() {
				await handle?.close();
			}
		},
		{ highWaterMark: 0 }
	);
	return { stream, bytes: size };
}

async function readChunk(handle: FileHandle): Promise<Uint8Array> {
	const buffer = new Uint8Array(CHUNK_BYTES);
	const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES);
	return buffer.subarray(0, bytesRead);
}
