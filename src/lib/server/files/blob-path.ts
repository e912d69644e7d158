import { join } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/;

export function isSha256(value: string): boolean {
	return SHA256.test(value);
}

/** `<root>/<aa>/<sha256>`. Throws on anything but 64 lower-case hex digits, so that no path can be smuggled in. */
export function blobPath(root: string, sha256: string): string {
	if (!isSha256(sha256)) throw new Error('Not a SHA-256 in hex');
	return join(root, sha256.slice(0, 2), sha256);
}

/** Where uploads wait until they are whole; on the same disk, so that the rename is atomic. */
export function incomingFolder(root: string): string {
	return join(root, 'incoming');
}
