import { ReadableStream } from 'node:stream/web';

export type Part = {
	name?: string;
	filename?: string;
	type?: string;
	content: string | Uint8Array;
};

export const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';

/** The bytes a browser sends for these parts. */
export function multipartBody(parts: Part[], boundary = BOUNDARY): Uint8Array {
	return Buffer.concat([...parts.map((part) => partBytes(part, boundary)), closing(boundary)]);
}

export function partBytes(part: Part, boundary = BOUNDARY): Uint8Array {
	return Buffer.concat([partHead(part, boundary), Buffer.from(part.content), Buffer.from('\r\n')]);
}

export function partHead({ name, filename, type }: Omit<Part, 'content'>, boundary = BOUNDARY) {
	const disposition = [
		'form-data',
		...(name === undefined ? [] : [`name="${name}"`]),
		...(filename === undefined ? [] : [`filename="${filename}"`])
	].join('; ');
	const typeLine = type ? `Content-Type: ${type}\r\n` : '';
	return Buffer.from(`--${boundary}\r\nContent-Disposition: ${disposition}\r\n${typeLine}\r\n`);
}

export function closing(boundary = BOUNDARY): Uint8Array {
	return Buffer.from(`--${boundary}--\r\n`);
}

export function uploadRequest(
	body: Uint8Array | AsyncIterable<Uint8Array>,
	{ contentType = `multipart/form-data; boundary=${BOUNDARY}`, headers = {} } = {}
): Request {
	return new Request('http://localhost/evidence', {
		method: 'POST',
		headers: { 'content-type': contentType, ...headers },
		body: ReadableStream.from(body instanceof Uint8Array ? [body] : body),
		duplex: 'half'
	} as RequestInit);
}

/** The same bytes in pieces of the given sizes, used over and over. */
export function* inPieces(bytes: Uint8Array, sizes: number[]): Generator<Uint8Array> {
	for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
		const size = sizes[turn % sizes.length] ?? bytes.length;
		yield bytes.slice(at, at + size);
		at += size;
	}
}
