import { contentDisposition } from './content-disposition.ts';
import { isAllowedMediaType } from './kinds.ts';
import type { FileStore } from './store.ts';

export type ServedFile = { sha256: string; name: string; mediaType: string; bytes: number };

/**
 * The one way out for file bytes: a download, never a page. Whatever the file holds, the browser
 * may not guess another type, run it, frame it or keep it.
 * Throws (a bug, not a refusal) where the file on disk is missing or not the one that was received.
 */
export async function fileResponse(
	store: FileStore,
	file: ServedFile,
	request?: Request
): Promise<Response> {
	const { stream, bytes } = await store.open(file.sha256);
	if (bytes !== file.bytes) {
		throw new Error(`The stored file ${file.sha256} has ${bytes} bytes, not ${file.bytes}`);
	}
	const headers = {
		'content-type': isAllowedMediaType(file.mediaType)
			? file.mediaType
			: 'application/octet-stream',
		'content-length': String(bytes),
		'content-disposition': contentDisposition(file.name),
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		'cache-control': 'private, no-store',
		'cross-origin-resource-policy': 'same-origin'
	};
	return new Response(request?.method === 'HEAD' ? null : stream, { headers });
}
