import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { blobPath } from './blob-path.ts';

export type BlobState = 'intact' | 'missing' | 'altered';

/** Reads the whole file again and compares it with its name. */
export async function verifyBlob(root: string, sha256: string): Promise<BlobState> {
	const hash = createHash('sha256');
	try {
		await pipeline(createReadStream(blobPath(root, sha256)), hash);
	} catch (error) {
		if (isMissing(error)) return 'missing';
		throw error;
	}
	return hash.digest('hex') === sha256 ? 'intact' : 'altered';
}

export function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
