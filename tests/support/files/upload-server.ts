import { getRequest, setResponse } from '@sveltejs/kit/node';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Refusal } from '#lib/domain/refusal.ts';
import { receiveUpload, type Upload } from '#lib/server/files/receive-upload.ts';
import { fileResponse } from '#lib/server/files/serve.ts';
import { temporaryStore, type TemporaryStore } from './temporary-store.ts';

export const LIMITS = {
	maxFields: 10,
	maxFieldBytes: 10_000,
	maxFiles: 2,
	maxFileBytes: 1_000_000,
	maxTotalBytes: 2_000_000
};

export type UploadServer = { port: number; store: TemporaryStore; outcomes: string[] };

/**
 * A real HTTP server that turns Node's requests into web requests as the framework does. POST reads
 * an upload and answers what became of it in JSON, GET sends the file whose hash is the path.
 */
export async function uploadServer({ bodySizeLimit = Infinity } = {}): Promise<UploadServer> {
	const store = await temporaryStore({ maxBytes: LIMITS.maxFileBytes });
	const outcomes: string[] = [];
	const server = createServer(async (incoming, outgoing) => {
		const base = 'http://localhost';
		const request = await getRequest({ request: incoming, base, bodySizeLimit });
		await setResponse(outgoing, await answer(store, request, outcomes));
	});
	const port = await listen(server);
	return { port, store, outcomes };
}

async function answer(store: TemporaryStore, request: Request, outcomes: string[]) {
	if (request.method === 'GET') {
		const sha256 = new URL(request.url).pathname.slice(1);
		const { bytes, stream } = await store.open(sha256);
		await stream.cancel();
		return fileResponse(store, { sha256, bytes, name: 'list.csv', mediaType: 'text/csv' });
	}
	try {
		const upload = await receiveUpload(store, request, LIMITS);
		outcomes.push('read');
		return Response.json(summaryOf(upload));
	} catch (error) {
		const refused = error instanceof Refusal ? error.code : `a bug: ${String(error)}`;
		outcomes.push(refused);
		return Response.json({ refused }, { status: 422 });
	}
}

function summaryOf({ fields, files }: Upload) {
	return {
		fields: Object.fromEntries(fields),
		files: files.map((file) => (file.ok ? file.file.sha256 : file.refusal.code))
	};
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return (server.address() as AddressInfo).port;
}

/** Sends these bytes as they are, then ends its side, and collects what comes back. */
export async function exchange(
	port: number,
	pieces: (string | Uint8Array)[]
): Promise<{ answer: string }> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		let answer = '';
		socket.on('data', (data) => (answer += data.toString('latin1')));
		socket.on('error', () => {});
		socket.on('close', () => resolve({ answer }));
		for (const piece of pieces) socket.write(piece);
		socket.end();
	});
}
