import { mkdirSync } from 'node:fs';
import { incomingFolder } from './blob-path.ts';
import { listBlobs } from './list-blobs.ts';
import { openBlob, type OpenBlob } from './open-blob.ts';
import { receiveBlob, type ReceiveOptions, type StoredBlob } from './receive-blob.ts';
import { sweepBlobs, type Sweep, type SweepOptions } from './sweep-blobs.ts';
import { verifyBlob, type BlobState } from './verify-blob.ts';

/**
 * Files by the SHA-256 of their content. There is no `remove`: evidence is withdrawn in the
 * database, and the sweep takes what no row names any more.
 */
export type FileStore = {
	/** The most bytes one file may have. */
	maxBytes: number;
	receive(stream: AsyncIterable<Uint8Array>, options?: ReceiveOptions): Promise<StoredBlob>;
	open(sha256: string): Promise<OpenBlob>;
	verify(sha256: string): Promise<BlobState>;
	list(): AsyncIterable<string>;
	sweep(options: SweepOptions): Promise<Sweep>;
};

export function openFileStore({ root, maxBytes }: { root: string; maxBytes: number }): FileStore {
	mkdirSync(incomingFolder(root), { recursive: true, mode: 0o700 });
	return {
		maxBytes,
		receive: (stream, options = {}) =>
			receiveBlob(root, stream, {
				...options,
				maxBytes: Math.min(options.maxBytes ?? maxBytes, maxBytes)
			}),
		open: (sha256) => openBlob(root, sha256),
		verify: (sha256) => verifyBlob(root, sha256),
		list: () => listBlobs(root),
		sweep: (options) => sweepBlobs(root, options)
	};
}
