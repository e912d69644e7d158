import type { FileHandle } from 'node:fs/promises';

/** A look into a file that is still on its way in, for the checks that need more than its first bytes. */
export type BlobView = {
	bytes: number;
	/** The bytes from `position`, at most `length` of them, fewer only at the end of the file. */
	read(position: number, length: number): Promise<Uint8Array>;
};

export function viewFile(handle: FileHandle, bytes: number): BlobView {
	return {
		bytes,
		async read(position, length) {
			const wanted = Math.max(0, Math.min(length, bytes - position));
			const buffer = new Uint8Array(wanted);
			let filled = 0;
			while (filled < wanted) {
				const { bytesRead } = await handle.read(buffer, filled, wanted - filled, position + filled);
				if (bytesRead === 0) throw new Error('The file became shorter while it was read');
				filled += bytesRead;
			}
			return buffer;
		}
	};
}

const CHUNK_BYTES = 64 * 1024;

/** The whole file from the start, one small piece at a time. */
export async function* chunksOf(blob: BlobView): AsyncGenerator<Uint8Array> {
	for (let position = 0; position < blob.bytes; position += CHUNK_BYTES) {
		yield await blob.read(position, CHUNK_BYTES);
	}
}
