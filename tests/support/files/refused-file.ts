import { expect } from 'vitest';
import { receiveFile, type ReceivedFile } from '#lib/server/files/receive-file.ts';
import { refusalOf, streamOf, temporaryStore } from './temporary-store.ts';

export async function receivedFile(
	name: string,
	content: string | Uint8Array
): Promise<ReceivedFile> {
	return receiveFile(await temporaryStore(), name, streamOf(content));
}

/** The facts of the refusal. A file that is refused for its kind may leave nothing on the disk. */
export async function refusedFile(name: string, content: string | Uint8Array) {
	const store = await temporaryStore();
	const refusal = await refusalOf(receiveFile(store, name, streamOf(content)));
	expect(refusal.code).toBe('file-kind-not-allowed');
	expect([...(await store.leftovers()), ...(await store.stored())]).toEqual([]);
	return refusal.facts;
}
