import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPieces } from '../../../../tests/support/files/multipart-body.ts';
import {
	refusalOf,
	streamOf,
	temporaryStore
} from '../../../../tests/support/files/temporary-store.ts';
import { blobPath } from './blob-path.ts';
import type { FileStore } from './store.ts';

const HOUR = 3_600_000;

it('gives back exactly the bytes it received, however they were cut up', async () => {
	const store = await temporaryStore();
	const pieces = fc.array(fc.integer({ min: 5, max: 70_000 }), { minLength: 1, maxLength: 6 });
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 300_000 }),
			fc.integer(),
			pieces,
			async (length, seed, sizes) => {
				const bytes = noise(length, seed);
				const blob = await store.receive(streamOf(...inPieces(bytes, sizes)));
				expect(blob).toEqual({ sha256: sha256(bytes), bytes: length });
				const opened = await store.open(blob.sha256);
				expect(opened.bytes).toBe(length);
				expect(sha256(await bytesOf(opened.stream))).toBe(blob.sha256);
				expect(await store.verify(blob.sha256)).toBe('intact');
			}
		),
		{ numRuns: 60 }
	);
	expect(await store.leftovers()).toEqual([]);
});

it('stores the same bytes once, though they come twice at the same time', async () => {
	const store = await temporaryStore();
	const both = await Promise.all([store.receive(streamOf('abc')), store.receive(streamOf('abc'))]);
	expect(both[0]).toEqual(both[1]);
	expect(await store.stored()).toEqual([sha256('abc')]);
});

it('takes a file of exactly the limit and refuses one byte more, leaving nothing behind', async () => {
	const store = await temporaryStore({ maxBytes: 10 });
	expect((await store.receive(streamOf('12345', '67890'))).bytes).toBe(10);
	const refusal = await refusalOf(store.receive(streamOf('12345', '67890', '1')));
	expect(refusal).toMatchObject({ code: 'file-too-large', facts: { maxBytes: 10 } });
	expect(await store.leftovers()).toEqual([]);
	expect(await store.stored()).toHaveLength(1);
});

it('lets a caller lower the limit, never raise it', async () => {
	const store = await temporaryStore({ maxBytes: 10 });
	const lowered = await refusalOf(store.receive(streamOf('12345'), { maxBytes: 4 }));
	expect(lowered.facts).toEqual({ maxBytes: 4 });
	const raised = await refusalOf(store.receive(streamOf('12345678901'), { maxBytes: 99 }));
	expect(raised.facts).toEqual({ maxBytes: 10 });
});

it('stops reading at the limit instead of swallowing the rest', async () => {
	const store = await temporaryStore({ maxBytes: 100 });
	let produced = 0;
	async function* endless(): AsyncGenerator<Uint8Array> {
		for (;;) {
			produced += 1;
			yield Buffer.alloc(60);
		}
	}
	await refusalOf(store.receive(endless()));
	expect(produced).toBe(2);
});

it.each([
	['no chunk', []],
	['empty chunks', ['', '']]
])('refuses a file of nothing: %s', async (_how, chunks) => {
	const store = await temporaryStore();
	expect((await refusalOf(store.receive(streamOf(...chunks)))).code).toBe('file-empty');
	expect(await store.leftovers()).toEqual([]);
});

it('leaves nothing behind when the upload breaks off', async () => {
	const store = await temporaryStore();
	async function* broken(): AsyncGenerator<Uint8Array> {
		yield Buffer.from('half of it');
		throw new Error('connection lost');
	}
	await expect(store.receive(broken())).rejects.toThrow('connection lost');
	expect(await store.leftovers()).toEqual([]);
	expect(await store.stored()).toEqual([]);
});

it('shows the whole file to the inspection, and stores nothing that it refuses', async () => {
	const store = await temporaryStore();
	let seen = '';
	const inspect = async (blob: { bytes: number; read: FileRead }) => {
		seen = Buffer.from(await blob.read(3, 100)).toString();
		throw new Error('not this one');
	};
	await expect(store.receive(streamOf('abc', 'def'), { inspect })).rejects.toThrow('not this one');
	expect(seen).toBe('def');
	expect([...(await store.leftovers()), ...(await store.stored())]).toEqual([]);
});

it('says what became of a file: intact, missing or altered', async () => {
	const store = await temporaryStore();
	const { sha256: name } = await store.receive(streamOf('the evidence'));
	expect(await store.verify(name)).toBe('intact');
	await writeFile(blobPath(store.root, name), 'the Evidence');
	expect(await store.verify(name)).toBe('altered');
	await rm(blobPath(store.root, name));
	expect(await store.verify(name)).toBe('missing');
});

it('never hands out a whole file that was altered on disk', async () => {
	const store = await temporaryStore();
	const { sha256: name } = await store.receive(streamOf(noise(200_000, 1)));
	await writeFile(blobPath(store.root, name), noise(200_000, 2));
	const { stream } = await store.open(name);
	await expect(bytesOf(stream)).rejects.toThrow('altered on disk');
});

it('does not paper over an altered file when the same evidence comes again', async () => {
	const store = await temporaryStore();
	const { sha256: name } = await store.receive(streamOf('the evidence'));
	await writeFile(blobPath(store.root, name), 'the Evidence');
	await expect(store.receive(streamOf('the evidence'))).rejects.toThrow('altered on disk');
	expect(await readFile(blobPath(store.root, name), 'utf8')).toBe('the Evidence');
	expect(await store.leftovers()).toEqual([]);
});

it.each(['', '..', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/x`, 'a'.repeat(63)])(
	'opens nothing by a name that is no SHA-256: %j',
	async (name) => {
		const store = await temporaryStore();
		await expect(store.open(name)).rejects.toThrow('Not a SHA-256');
		await expect(store.verify(name)).rejects.toThrow('Not a SHA-256');
	}
);

it('lists what is stored and passes over what else lies there', async () => {
	const store = await temporaryStore();
	const names = await Promise.all(
		['a', 'b', 'c'].map(async (text) => (await store.receive(streamOf(text))).sha256)
	);
	await mkdir(join(store.root, 'zz'));
	await writeFile(join(store.root, 'notes.txt'), 'hello');
	await writeFile(join(store.root, names[0]!.slice(0, 2), 'x.part'), 'hello');
	expect(await store.stored()).toEqual(names.toSorted());
});

it('sweeps away old files that no row names, and nothing else', async () => {
	const store = await temporaryStore();
	const now = Date.now();
	const known = await aged(store, 'known', now - 2 * HOUR);
	const orphan = await aged(store, 'orphan', now - 2 * HOUR);
	const young = await aged(store, 'young', now - HOUR / 2);
	const isKnown = async (name: string) => name === known;
	const sweep = await store.sweep({ isKnown, olderThanMs: HOUR, now });
	expect(sweep).toEqual({ removed: [orphan], abandonedUploads: 0 });
	expect(await store.stored()).toEqual([known, young].toSorted());
	expect(await store.leftovers()).toEqual([]);
});

it('sweeps away uploads that never became whole, once they are old', async () => {
	const store = await temporaryStore();
	const now = Date.now();
	for (const [name, at] of [
		['old', now - 2 * HOUR],
		['new', now]
	] as const) {
		await appendFile(join(store.root, 'incoming', name), 'half');
		await utimes(join(store.root, 'incoming', name), at / 1000, at / 1000);
	}
	const sweep = await store.sweep({ isKnown: async () => false, olderThanMs: HOUR, now });
	expect(sweep).toEqual({ removed: [], abandonedUploads: 1 });
	expect(await store.leftovers()).toEqual(['new']);
});

it('keeps an old orphan that somebody uploads again while the sweep looks at it', async () => {
	const store = await temporaryStore();
	const now = Date.now();
	const orphan = await aged(store, 'again', now - 2 * HOUR);
	const isKnown = async () => {
		await store.receive(streamOf('again'));
		return false;
	};
	const sweep = await store.sweep({ isKnown, olderThanMs: HOUR, now });
	expect(sweep.removed).toEqual([]);
	expect(await store.verify(orphan)).toBe('intact');
	expect(await store.leftovers()).toEqual([]);
});

it('makes good a sweep that was killed half-way', async () => {
	const store = await temporaryStore();
	const now = Date.now();
	const name = sha256('known');
	const aside = join(store.root, 'incoming', `aside-${name}-1`);
	await store.receive(streamOf('known'));
	await rm(blobPath(store.root, name));
	await writeFile(aside, 'known');
	await utimes(aside, 0, 0);
	await store.sweep({ isKnown: async () => true, olderThanMs: HOUR, now });
	expect(await store.verify(name)).toBe('intact');
	expect(await store.leftovers()).toEqual([]);
});

it('lets two sweeps run at the same time', async () => {
	const store = await temporaryStore();
	const now = Date.now();
	for (let n = 0; n < 20; n += 1) await aged(store, `orphan ${n}`, now - 2 * HOUR);
	const options = { isKnown: async () => false, olderThanMs: HOUR, now };
	const sweeps = await Promise.all([store.sweep(options), store.sweep(options)]);
	expect(new Set(sweeps.flatMap((sweep) => sweep.removed)).size).toBe(20);
	expect(await store.stored()).toEqual([]);
});

type FileRead = (position: number, length: number) => Promise<Uint8Array>;

async function aged(
	store: FileStore & { root: string },
	text: string,
	at: number
): Promise<string> {
	const { sha256: name } = await store.receive(streamOf(text));
	await utimes(blobPath(store.root, name), at / 1000, at / 1000);
	return name;
}

function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	return new Response(stream).bytes();
}

function noise(length: number, seed: number): Uint8Array {
	const bytes = new Uint8Array(length);
	let state = seed | 1;
	for (let at = 0; at < length; at += 1) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		bytes[at] = state >>> 24;
	}
	return bytes;
}
