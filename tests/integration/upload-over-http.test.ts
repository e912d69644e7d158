import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
	BOUNDARY,
	closing,
	multipartBody,
	partBytes,
	partHead
} from '../support/files/multipart-body.ts';
import { exchange, LIMITS, uploadServer } from '../support/files/upload-server.ts';

const LINE = 'Force,Status\r\n';

it('answers a file past the limit with a page, and with all that was typed', async () => {
	const { port, store } = await uploadServer();
	const response = await post(port, [
		field('before', 'typed'),
		file('big.csv', 4 * LIMITS.maxFileBytes),
		file('small.csv', 1_000),
		field('after', 'typed too')
	]);
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({
		fields: { before: ['typed'], after: ['typed too'] },
		files: ['file-too-large', 'upload-too-large']
	});
	expect([...(await store.leftovers()), ...(await store.stored())]).toEqual([]);
});

it('takes a body in chunks, of no announced length', async () => {
	const { port, store } = await uploadServer();
	async function* slowly() {
		for (const piece of [field('title', 'typed'), file('list.csv', 300_000)]) {
			for (let at = 0; at < piece.length; at += 50_000) {
				yield piece.subarray(at, at + 50_000);
				await sleep(1);
			}
		}
		yield closing();
	}
	const response = await post(port, slowly());
	const { files } = (await response.json()) as { files: string[] };
	expect(await store.stored()).toEqual(files);
	const download = await fetch(`http://127.0.0.1:${port}/${files[0]}`);
	expect(await download.text()).toBe(LINE.repeat(300_000 / LINE.length + 1).slice(0, 300_000));
});

it('cuts a body in chunks that goes on for ever, and goes on serving', async () => {
	const { port, store, outcomes } = await uploadServer();
	const most = 100_000_000;
	let sent = 0;
	await new Promise<void>((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.write(head({ 'transfer-encoding': 'chunked' }));
		socket.write(chunk(partHead({ name: 'evidence', filename: 'a.csv' })));
		const more = () => {
			while (!socket.destroyed && sent < most) {
				sent += 100_000;
				if (!socket.write(chunk(Buffer.alloc(100_000, LINE)))) return;
			}
		};
		socket.on('drain', more);
		socket.on('error', () => {});
		socket.on('close', () => resolve());
		more();
	});
	expect(sent).toBeLessThan(LIMITS.maxTotalBytes * 4 + 15_000_000);
	await expect.poll(() => outcomes).toEqual(['upload-too-large']);
	expect(await store.leftovers()).toEqual([]);
	expect((await post(port, [field('title', 'still there')])).status).toBe(200);
});

it('removes the half of a file whose sender hung up', async () => {
	const { port, store, outcomes } = await uploadServer();
	const socket = connect(port, '127.0.0.1');
	socket.write(head({ 'content-length': '500000' }));
	socket.write(file('a.csv', 200_000));
	await expect.poll(() => store.leftovers()).toHaveLength(1);
	socket.destroy();
	await expect.poll(() => outcomes).toEqual(['upload-malformed']);
	expect([...(await store.leftovers()), ...(await store.stored())]).toEqual([]);
});

it('refuses a body that ends before the length it announced', async () => {
	const { port, store, outcomes } = await uploadServer();
	const body = multipartBody([{ name: 'evidence', filename: 'a.csv', content: LINE }]);
	const length = { 'content-length': String(body.length + 10) };
	await exchange(port, [head(length), body]);
	await expect.poll(() => outcomes).toEqual(['upload-malformed']);
	expect(await store.leftovers()).toEqual([]);
});

it('refuses a body that goes on after the length it announced', async () => {
	const { port, outcomes } = await uploadServer();
	const body = multipartBody([{ name: 'title', content: 'typed' }]);
	const length = { 'content-length': String(body.length - 10) };
	const { answer } = await exchange(port, [head(length), body]);
	expect(answer).toMatch(/^HTTP\/1\.1 4/);
	expect(outcomes).toEqual(['upload-malformed']);
});

it('refuses a length that is no number, or is given beside chunks', async () => {
	const { port, outcomes } = await uploadServer();
	for (const headers of [
		{ 'content-length': '12abc' },
		{ 'content-length': '-1' },
		{ 'content-length': '10', 'transfer-encoding': 'chunked' }
	]) {
		const { answer } = await exchange(port, [head(headers), 'x'.repeat(10)]);
		expect(answer).toMatch(/^HTTP\/1\.1 400 /);
	}
	expect(outcomes).toEqual([]);
});

it('says that the upload is too large where the limit of the server itself was passed', async () => {
	const { port, store, outcomes } = await uploadServer({ bodySizeLimit: 100_000 });
	async function* body() {
		yield file('a.csv', 90_000);
		yield file('b.csv', 90_000);
		yield closing();
	}
	await post(port, body()).catch(() => undefined);
	await expect.poll(() => outcomes).toEqual(['upload-too-large']);
	expect(await store.leftovers()).toEqual([]);
});

it('takes many uploads at the same time, some of the same bytes', async () => {
	const { port, store } = await uploadServer();
	const answers = await Promise.all(
		Array.from({ length: 30 }, async (_, turn) => {
			const response = await post(port, [file('list.csv', 100_000 + (turn % 3))]);
			return ((await response.json()) as { files: string[] }).files[0];
		})
	);
	expect(await store.stored()).toEqual([...new Set(answers)].toSorted());
	expect(await store.stored()).toHaveLength(3);
	expect(await store.leftovers()).toEqual([]);
});

function field(name: string, content: string): Uint8Array {
	return partBytes({ name, content });
}

function file(filename: string, bytes: number): Uint8Array {
	return partBytes({ name: 'evidence', filename, content: Buffer.alloc(bytes, LINE) });
}

async function post(port: number, body: Uint8Array[] | AsyncIterable<Uint8Array>) {
	return fetch(`http://127.0.0.1:${port}/`, {
		method: 'POST',
		headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
		body: Array.isArray(body) ? Buffer.concat([...body, closing()]) : body,
		duplex: 'half'
	} as unknown as RequestInit);
}

function head(headers: Record<string, string | undefined>): string {
	const all = {
		host: 'localhost',
		'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
		...headers
	};
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
	return `POST / HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function chunk(bytes: Uint8Array): Uint8Array {
	const size = Buffer.from(`${bytes.length.toString(16)}\r\n`);
	return Buffer.concat([size, bytes, Buffer.from('\r\n')]);
}
