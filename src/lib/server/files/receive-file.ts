import type { StoredBlob } from './receive-blob.ts';
import { nameWithExtension } from './safe-name.ts';
import { sniff, type SniffedKind } from './sniff.ts';
import type { FileStore } from './store.ts';

/** What a row about an uploaded file keeps. */
export type ReceivedFile = StoredBlob & SniffedKind & { name: string };

/**
 * Stores a file that somebody named, once its content has been found to be of a kind we take.
 * Refusals: `file-too-large`, `file-empty`, `file-kind-not-allowed` (see sniff.ts for its facts).
 */
export async function receiveFile(
	store: FileStore,
	name: string,
	stream: AsyncIterable<Uint8Array>,
	options: { maxBytes?: number } = {}
): Promise<ReceivedFile> {
	let kind: SniffedKind | undefined;
	const blob = await store.receive(stream, {
		...options,
		inspect: async (view) => {
			kind = await sniff(view, name);
		}
	});
	if (!kind) throw new Error('The store did not let the file be inspected');
	return { ...blob, ...kind, name: nameWithExtension(name, kind.extension) };
}
