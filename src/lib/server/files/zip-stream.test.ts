import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readZip } from '../../../../tests/support/files/read-zip.ts';
import { streamOf, temporaryStore } from '../../../../tests/support/files/temporary-store.ts';
import { zipStream, type ZipEntry } from './zip-stream.ts';

const MEGABYTE = 1024 * 1024;
const NOON = Date.parse('2026-03-02T12:00:00Z');

test('streams 50 files, 200 MB in all, in less than 40 MB of memory', async () => {
	const store = await temporaryStore();
	const sha256s: string[] = [];
	for (let number = 0; number < 50; number += 1) {
		const chunk = Buffer.alloc(MEGABYTE, number + 1);
		sha256s.push((await store.receive(streamOf(chunk, chunk, chunk, chunk))).sha256);
	}
	const before = memory();
	let most = 0;
	let bytes = 0;
	let asked = 0;
	async function* entries(): AsyncGenerator<ZipEntry> {
		for (const [index, sha256] of sha256s.entries()) {
			asked += 1;
			// The one before has been taken whole before the next is asked for.
			expect(bytes).toBeGreaterThanOrEqual(index * 4 * MEGABYTE - MEGABYTE);
			yield { path: `${index}`, content: (await store.open(sha256)).stream, at: NOON };
		}
	}
	for await (const chunk of zipStream(entries())) {
		if (Math.floor((bytes + chunk.length) / (8 * MEGABYTE)) > Math.floor(bytes / (8 * MEGABYTE))) {
			most = Math.max(most, memory() - before);
		}
		bytes += chunk.length;
	}
	expect(asked).toBe(50);
	expect(bytes).toBeGreaterThan(200 * MEGABYTE);
	expect(most).toBeLessThan(40 * MEGABYTE);
}, 60_000);

test('keeps names of every language, and the day of each', async () => {
	async function* entries(): AsyncGenerator<ZipEntry> {
		yield { path: 'Heddlu/polisi ŵ 🐟.txt', content: 'Polisi newydd', at: NOON };
		yield { path: 'empty', content: '', at: NOON };
	}
	const zip = Buffer.from(await new Response(zipStream(entries())).arrayBuffer());
	expect([...readZip(zip)].map(([path, content]) => [path, content.toString()])).toEqual([
		['Heddlu/polisi ŵ 🐟.txt', 'Polisi newydd'],
		['empty', '']
	]);
});

test.each(['a file', 'the list'])(
	'%s that fails ends the archive in an error, never whole',
	async (what) => {
		async function* entries(): AsyncGenerator<ZipEntry> {
			yield { path: 'good', content: 'Good', at: NOON };
			if (what === 'the list') throw new Error('The list broke');
			const content = new ReadableStream<Uint8Array>({
				pull(controller) {
					controller.enqueue(new Uint8Array(100_000));
					controller.error(new Error('The file broke'));
				}
			});
			yield { path: 'bad', content, at: NOON };
		}
		await expect(new Response(zipStream(entries())).arrayBuffer()).rejects.toThrow('broke');
	}
);

function memory(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
