import { Refusal } from '#lib/domain/refusal.ts';

/**
 * Hands over the body piece by piece, waiting for each. Whatever is wrong with it, it is read to the
 * end, because a browser shows our answer only once it has sent everything; past `drainBytes`,
 * or where more than that is announced, the connection is cut instead. `maxBytes` is only what the
 * refusal tells people, who are not to aim at the larger number.
 * Refusals: `upload-too-large` (facts: maxBytes), `upload-malformed` (reason `connection-lost`, `no-body`).
 */
export async function readBody(
	request: Request,
	{ maxBytes, drainBytes }: { maxBytes: number; drainBytes: number },
	take: (chunk: Uint8Array, bytesSoFar: number) => Promise<void>
): Promise<void> {
	if (!request.body) throw new Refusal('upload-malformed', { facts: { reason: 'no-body' } });
	const reader = request.body.getReader();
	const tooLarge = new Refusal('upload-too-large', { facts: { maxBytes } });
	if (Number(request.headers.get('content-length')) > drainBytes) {
		await reader.cancel(tooLarge);
		throw tooLarge;
	}
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read().catch((error: unknown) => {
			throw isPastServerLimit(error) ? tooLarge : connectionLost();
		});
		if (done) return;
		bytes += value.length;
		if (bytes > drainBytes) {
			await reader.cancel(tooLarge);
			throw tooLarge;
		}
		await take(value, bytes);
	}
}

/** The server's own BODY_SIZE_LIMIT ends the stream with an error of status 413. */
function isPastServerLimit(error: unknown): boolean {
	return error instanceof Error && 'status' in error && error.status === 413;
}

function connectionLost(): Refusal {
	return new Refusal('upload-malformed', { facts: { reason: 'connection-lost' } });
}
