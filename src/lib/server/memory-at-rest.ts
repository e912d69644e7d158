import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Nobody has asked for anything for so long. Not sooner: the clearing up takes 75 ms and throws away compiled code,
 * and the few hundred pages that come next are sent a fifth more slowly.
 */
export const REST_MS = 2_000;

/** Less than that is not worth it. */
const GROWN_BYTES = 24 * 2 ** 20;

/** What Node says for every request, before anybody answers it. */
export const ASKED = 'http.server.request.start';

/**
 * Gives memory back to the system when nobody asks for anything. V8 by itself keeps the pages of a heap that was
 * larger once, a hundred megabytes of nothing, because nobody tells it that the service has come to rest.
 * @param collect V8's collector; without it, where Node was not started with `--expose-gc`, nothing is done
 * @param resident bytes of resident memory
 * @returns what ends it
 */
export function giveBackAtRest(
	collect: typeof globalThis.gc = globalThis.gc,
	resident: () => number = () => process.memoryUsage.rss()
): () => void {
	if (!collect) return () => undefined;
	let least = resident();
	const rest = setTimeout(() => {
		const now = resident();
		least = Math.min(least, now);
		if (now - least < GROWN_BYTES) return;
		void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
		least = resident();
	}, REST_MS).unref();
	const asked = () => void rest.refresh();
	subscribe(ASKED, asked);
	return () => {
		unsubscribe(ASKED, asked);
		clearTimeout(rest);
	};
}
