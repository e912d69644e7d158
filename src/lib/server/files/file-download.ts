import { contentDisposition } from './content-disposition.ts';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ods: 'application/vnd.oasis.opendocument.spreadsheet'
} as const;

/** A file that is made while it is sent, to keep and never to be shown in the page. */
export function fileDownload(
	name: string,
	type: keyof typeof TYPES,
	body: ReadableStream<Uint8Array> | null
): Response {
	return new Response(body, {
		headers: {
			'content-type': TYPES[type],
			'content-disposition': contentDisposition(name),
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'cache-control': 'private, no-store',
			'cross-origin-resource-policy': 'same-origin'
		}
	});
}
