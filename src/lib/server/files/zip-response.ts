import { contentDisposition } from './content-disposition.ts';
import { zipStream, type ZipEntry } from './zip-stream.ts';

/** A download that is made while it is sent. For HEAD nothing is made. */
export function zipResponse(
	name: string,
	entries: AsyncIterable<ZipEntry>,
	{ method }: { readonly method: string }
): Response {
	const headers = {
		'content-type': 'application/zip',
		'content-disposition': contentDisposition(name),
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		'cache-control': 'private, no-store',
		'cross-origin-resource-policy': 'same-origin'
	};
	return new Response(method === 'HEAD' ? null : zipStream(entries), { headers });
}
