import { contentDisposition } from '#lib/server/files/content-disposition.ts';

/** A document that was just made, for a person to keep. */
export function documentResponse(
	bytes: Uint8Array,
	{ name, mediaType }: { readonly name: string; readonly mediaType: string }
): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-length': String(bytes.length),
			'content-disposition': contentDisposition(name),
			'x-content-type-options': 'nosniff'
		}
	});
}
