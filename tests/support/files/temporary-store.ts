import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Refusal } from '#lib/domain/refusal.ts';
import { openFileStore, type FileStore } from '#lib/server/files/store.ts';

export type TemporaryStore = FileStore & {
	root: string;
	/** What still lies in the incoming folder. */
	leftovers(): Promise<string[]>;
	stored(): Promise<string[]>;
};

/** A real store in a folder of its own, gone when the test is over. */
export async function temporaryStore({ maxBytes = 25_000_000 } = {}): Promise<TemporaryStore> {
	const root = await mkdtemp(join(tmpdir(), 'files-'));
	onTestFinished(() => rm(root, { recursive: true, force: true }));
	const store = openFileStore({ root, maxBytes });
	return {
		...store,
		root,
		leftovers: () => readdir(join(root, 'incoming')),
		stored: () => Array.fromAsync(store.list())
	};
}

export async function* streamOf(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
	for (const chunk of chunks) yield Buffer.from(chunk);
}

/** The refusal that was thrown; anything else that is thrown fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
	try {
		await promise;
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	throw new Error('Nothing was refused');
}
