/** Stands in a page where the rest of it is put while it is sent. */
const PLACE = '<template data-pieces=""></template>';

/**
 * A page that is too long to be drawn before anything of it is sent: the frame that SvelteKit drew, and in its place
 * what is drawn when the browser is ready for more.
 */
export async function inPieces(page: Response, pieces: AsyncIterable<string>): Promise<Response> {
	const [before = '', after = ''] = (await page.text()).split(PLACE);
	const headers = new Headers(page.headers);
	headers.delete('content-length');
	const stream = streamOf(around(before, pieces, after));
	return new Response(stream, { status: page.status, headers });
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await texts.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await texts.return(undefined);
		}
	});
}

async function* around(before: string, pieces: AsyncIterable<string>, after: string) {
	yield before;
	yield* pieces;
	yield after;
}
