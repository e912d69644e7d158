import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '#lib/domain/refusal.ts';
import { blobPath, incomingFolder } from './blob-path.ts';
import { viewFile, type BlobView } from './blob-view.ts';
import { verifyBlob } from './verify-blob.ts';

export type StoredBlob = { sha256: string; bytes: number };

export type ReceiveOptions = {
	/** Bytes; the limit of the store where none is given. */
	maxBytes?: number;
	/** Looks at the whole file before it is stored. What it throws refuses the file. */
	inspect?: (blob: BlobView) => Promise<void>;
};

/**
 * Streams to a temporary file, hashing on the way; only a whole, synced, inspected file gets its
 * final name. Whatever goes wrong, nothing is left behind.
 * Refusals: `file-too-large` (facts: maxBytes), `file-empty`, and those of `inspect`.
 */
export async function receiveBlob(
	root: string,
	stream: AsyncIterable<Uint8Array>,
	{ maxBytes, inspect }: { maxBytes: number; inspect?: ReceiveOptions['inspect'] }
): Promise<StoredBlob> {
	const temporary = join(incomingFolder(root), randomUUID());
	const handle = await open(temporary, 'wx+', 0o600);
	try {
		const blob = await writeAll(handle, stream, maxBytes);
		await inspect?.(viewFile(handle, blob.bytes));
		await handle.sync();
		await handle.close();
		await place(root, temporary, blob);
		return blob;
	} catch (error) {
		await handle.close().catch(() => {});
		await rm(temporary, { force: true });
		throw error;
	}
}

async function writeAll(
	handle: FileHandle,
	stream: AsyncIterable<Uint8Array>,
	maxBytes: number
): Promise<StoredBlob> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of stream) {
		if (bytes + chunk.length > maxBytes) {
			throw new Refusal('file-too-large', { facts: { maxBytes } });
		}
		hash.update(chunk);
		await writeChunk(handle, chunk, bytes);
		bytes += chunk.length;
	}
	if (bytes === 0) throw new Refusal('file-empty');
	return { sha256: hash.digest('hex'), bytes };
}

async function writeChunk(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
	let written = 0;
	while (written < chunk.length) {
		const { bytesWritten } = await handle.write(
			chunk,
			written,
			chunk.length - written,
			position + written
		);
		written += bytesWritten;
	}
}

/**
 * The rename is done even where the same bytes are there already: the fresh time stamp tells a
 * sweep that runs at this moment that somebody has just counted on this file.
 */
async function place(root: string, temporary: string, { sha256 }: StoredBlob): Promise<void> {
	const path = blobPath(root, sha256);
	if ((await verifyBlob(root, sha256)) === 'altered') {
		throw new Error(`The stored file ${sha256} is not what was received: it was altered on disk`);
	}
	if (await mkdir(dirname(path), { recursive: true })) await syncFolder(root);
	await rename(temporary, path);
	await syncFolder(dirname(path));
}

/** A rename survives a power cut only when its folder is synced too. Windows cannot, and need not. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
