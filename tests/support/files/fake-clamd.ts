import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ClamdAddress } from '#lib/server/files/clamd.ts';
import { EICAR, EICAR_SIGNATURE } from './eicar.ts';

export interface FakeClamd {
	readonly address: ClamdAddress;
	/** What it received, whole, scan by scan. */
	readonly received: Buffer[];
	/** What it does from now on in place of scanning. */
	misbehave(how: ((socket: Socket) => void) | undefined): void;
}

const COMMAND = 'zINSTREAM\0';

/**
 * Speaks the one command of clamd that we use, strictly: what is not framed as the manual says is answered
 * with an error. Takes no more than `streamMax` bytes, as clamd does with StreamMaxLength.
 */
export async function fakeClamd({ streamMax = 1024 * 1024 } = {}): Promise<FakeClamd> {
	const received: Buffer[] = [];
	let instead: ((socket: Socket) => void) | undefined;
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
		if (instead) instead(socket);
		else void converse(socket, received, streamMax);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
		received,
		misbehave: (how) => (instead = how)
	};
}

async function converse(socket: Socket, received: Buffer[], streamMax: number): Promise<void> {
	let pending = Buffer.alloc(0);
	const pieces: Buffer[] = [];
	let isCommanded = false;
	let size = 0;
	for await (const data of socket) {
		pending = Buffer.concat([pending, data as Buffer]);
		if (!isCommanded) {
			if (pending.length < COMMAND.length) continue;
			if (pending.subarray(0, COMMAND.length).toString() !== COMMAND) {
				return void socket.end('UNKNOWN COMMAND\0');
			}
			isCommanded = true;
			pending = pending.subarray(COMMAND.length);
		}
		while (pending.length >= 4) {
			const length = pending.readUInt32BE();
			if (length === 0) {
				if (pending.length > 4) return void socket.end('stream: more than was announced ERROR\0');
				const content = Buffer.concat(pieces);
				received.push(content);
				const isFound = content.includes(EICAR);
				return void socket.end(isFound ? `stream: ${EICAR_SIGNATURE} FOUND\0` : 'stream: OK\0');
			}
			size += length;
			if (size > streamMax) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
			if (pending.length < 4 + length) {
				size -= length;
				break;
			}
			pieces.push(pending.subarray(4, 4 + length));
			pending = pending.subarray(4 + length);
		}
	}
}
