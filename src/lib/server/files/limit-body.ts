import { Refusal } from '#lib/domain/refusal.ts';

/**
 * The same request with a body of at most `maxBytes`. The server's own limit has to leave room for
 * uploads; every other form and endpoint, which holds the whole body in memory, is read through this.
 * What is past the limit is thrown away as it arrives, up to four times the limit, so that the
 * browser gets to see the answer.
 * Reading the body then throws the refusal `request-too-large` (facts: maxBytes).
 */
export function limitBody(request: Request, maxBytes: number): Request {
	if (!request.body) return request;
	const refusal = new Refusal('request-too-large', { facts: { maxBytes } });
	let bytes = 0;
	const limit = new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			bytes += chunk.length;
			if (bytes <= maxBytes) controller.enqueue(chunk);
			else if (bytes > maxBytes * 4) controller.error(refusal);
		},
		flush(controller) {
			if (bytes > maxBytes) controller.error(refusal);
		}
	});
	const body = request.body.pipeThrough(limit);
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}
