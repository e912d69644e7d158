import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import {
	closing,
	partHead,
	uploadRequest
} from '../../../../tests/support/files/multipart-body.ts';
import { temporaryStore } from '../../../../tests/support/files/temporary-store.ts';
import { receiveUpload } from './receive-upload.ts';
import { fileResponse } from './serve.ts';

const MEGABYTE = 1024 * 1024;
const SIZE = 60 * MEGABYTE;

it('receives and serves 60 MB in less than 20 MB of memory', async () => {
	const store = await temporaryStore({ maxBytes: 2 * SIZE });
	const before = memory();
	let most = 0;
	async function* body(): AsyncGenerator<Uint8Array> {
		yield partHead({ name: 'evidence', filename: 'big.csv' });
		const line = Buffer.from('Force,Status,Date\r\n');
		for (let sent = 0; sent < SIZE; sent += 64 * 1024) {
			if (sent % (4 * MEGABYTE) === 0) most = Math.max(most, memory() - before);
			yield Buffer.alloc(64 * 1024, line);
		}
		yield Buffer.from('\r\n');
		yield closing();
	}
	const { files } = await receiveUpload(store, uploadRequest(body()), {
		maxFields: 1,
		maxFieldBytes: 1,
		maxFiles: 1,
		maxFileBytes: 2 * SIZE,
		maxTotalBytes: 2 * SIZE
	});
	const [report] = files;
	if (!report?.ok) throw report?.refusal ?? new Error('No file arrived');
	expect(report.file).toMatchObject({ bytes: SIZE, extension: 'csv' });

	let served = 0;
	const response = await fileResponse(store, report.file);
	for await (const chunk of response.body!) {
		if (served % (4 * MEGABYTE) < 64 * 1024) most = Math.max(most, memory() - before);
		served += chunk.length;
	}
	expect(served).toBe(SIZE);
	expect(most).toBeLessThan(20 * MEGABYTE);
}, 60_000);

/** Bytes that are really held, on the heap and in buffers beside it. */
function memory(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
