import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PDF } from '../../../../tests/support/files/documents.ts';
import { streamOf, temporaryStore } from '../../../../tests/support/files/temporary-store.ts';
import { blobPath } from './blob-path.ts';
import { receiveFile } from './receive-file.ts';
import { fileResponse } from './serve.ts';

it('sends a file as a download that no browser runs, guesses at, frames or keeps', async () => {
	const store = await temporaryStore();
	const file = await receiveFile(store, 'Cynllun ŵ.pdf', streamOf(PDF));
	const response = await fileResponse(store, file);
	expect(response.status).toBe(200);
	expect(Object.fromEntries(response.headers)).toEqual({
		'content-type': 'application/pdf',
		'content-length': String(PDF.length),
		'content-disposition': `attachment; filename="Cynllun w.pdf"; filename*=UTF-8''Cynllun%20%C5%B5.pdf`,
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		'cache-control': 'private, no-store',
		'cross-origin-resource-policy': 'same-origin'
	});
	expect(Buffer.from(await response.bytes())).toEqual(PDF);
});

it.each(['text/html', 'image/svg+xml', 'text/html; charset=utf-8', ''])(
	'sends a row that claims to be %j as plain bytes',
	async (mediaType) => {
		const store = await temporaryStore();
		const blob = await store.receive(streamOf('<script>alert(1)</script>'));
		const response = await fileResponse(store, { ...blob, name: 'a.html', mediaType });
		expect(response.headers.get('content-type')).toBe('application/octet-stream');
		expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
	}
);

it('answers HEAD with the same headers and no body', async () => {
	const store = await temporaryStore();
	const file = await receiveFile(store, 'plan.pdf', streamOf(PDF));
	const request = new Request('http://localhost/evidence/1', { method: 'HEAD' });
	const response = await fileResponse(store, file, request);
	expect(response.headers.get('content-length')).toBe(String(PDF.length));
	expect(response.body).toBeNull();
});

it('sends nothing where the file has gone or has another length than the row says', async () => {
	const store = await temporaryStore();
	const file = await receiveFile(store, 'plan.pdf', streamOf(PDF));
	await expect(fileResponse(store, { ...file, sha256: 'a'.repeat(64) })).rejects.toThrow('ENOENT');
	await expect(fileResponse(store, { ...file, bytes: 1 })).rejects.toThrow('bytes, not 1');
});

it('breaks off in place of handing out a file altered on disk', async () => {
	const store = await temporaryStore();
	const file = await receiveFile(store, 'plan.pdf', streamOf(PDF));
	await writeFile(blobPath(store.root, file.sha256), Buffer.alloc(PDF.length, 'x'));
	const response = await fileResponse(store, file);
	await expect(response.bytes()).rejects.toThrow('altered on disk');
});
