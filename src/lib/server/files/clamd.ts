import { connect, type Socket } from 'node:net';

/** Where clamd listens: a TCP port, or a Unix socket. */
export type ClamdAddress =
	{ readonly host: string; readonly port: number } | { readonly path: string };

export type ScanVerdict =
	| { readonly result: 'clean' }
	/** `detail`: the name of what was found, in the scanner's words. */
	| { readonly result: 'infected'; readonly detail: string }
	/** No answer that could be relied on; `detail` says why, for those who run the service. */
	| { readonly result: 'failed'; readonly detail: string };

export interface FileScanner {
	/** Never throws for what the scanner does; what `bytes` throws passes through. */
	scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanVerdict>;
}

/** How long clamd may stay silent, in milliseconds: a large archive takes it a while. */
const SILENCE_MAX = 120_000;
const REPLY_MAX = 4096;
const DETAIL_MAX = 200;

/**
 * Sends each file over a connection of its own with the command INSTREAM: nothing of it lies in a folder
 * that clamd would need to read. Source: man clamd(8), "COMMANDS".
 */
export function clamdScanner(
	address: ClamdAddress,
	{ silenceMax = SILENCE_MAX }: { readonly silenceMax?: number } = {}
): FileScanner {
	return {
		async scan(bytes) {
			const socket = connect({ ...address, allowHalfOpen: true });
			const conversation = listen(socket, silenceMax);
			try {
				// clamd may answer early, and then closes: whatever is still to be sent is of no use to it.
				if (await conversation.send(Buffer.from('zINSTREAM\0'))) {
					for await (const chunk of bytes) {
						if (!(await conversation.send(framed(chunk)))) break;
					}
					await conversation.send(END);
				}
				return verdictOf(await conversation.reply);
			} finally {
				socket.destroy();
			}
		}
	};
}

/** A chunk of no length: nothing follows. */
const END = Buffer.alloc(4);

/** Length as four bytes in network order, then the bytes. */
function framed(chunk: Uint8Array): Uint8Array {
	if (chunk.length === 0) return chunk;
	const head = Buffer.alloc(4);
	head.writeUInt32BE(chunk.length);
	return Buffer.concat([head, chunk]);
}

/** What came back, or why nothing did. */
type Reply = { readonly text: string } | { readonly problem: string };

function listen(socket: Socket, silenceMax: number) {
	let text = '';
	let isOver = false;
	let problem = 'closed without an answer';
	const reply = new Promise<Reply>((resolve) => {
		const end = () => {
			isOver = true;
			resolve(text === '' ? { problem } : { text });
		};
		socket.setTimeout(silenceMax);
		socket.on('timeout', () => {
			problem = 'no answer in time';
			text = '';
			socket.destroy();
		});
		socket.on('data', (data: Buffer) => {
			text += data.toString('utf8');
			if (text.includes('\0') || text.length > REPLY_MAX) end();
		});
		socket.on('error', (error: Error & { code?: string }) => (problem = error.code ?? 'ESOCKET'));
		socket.on('close', end);
		socket.on('end', end);
	});

	/** False once nothing more needs to be sent. Waits where clamd is slower than the disk. */
	async function send(piece: Uint8Array): Promise<boolean> {
		if (isOver) return false;
		if (piece.length === 0 || socket.write(piece)) return true;
		await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), reply]);
		return !isOver;
	}
	return { send, reply };
}

/** Only the one answer that says so is clean: whatever else comes back leaves the file unscanned. */
function verdictOf(reply: Reply): ScanVerdict {
	if ('problem' in reply) return failed(reply.problem);
	const [line = ''] = reply.text.split('\0');
	if (line === 'stream: OK') return { result: 'clean' };
	const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
	if (found === undefined) return failed(line);
	// With AlertExceedsMax clamd reports what is too large for it in the words of a finding.
	if (found.startsWith('Heuristics.Limits.Exceeded')) return failed(found);
	return { result: 'infected', detail: found.slice(0, DETAIL_MAX) };
}

function failed(why: string): ScanVerdict {
	return { result: 'failed', detail: why.trim().slice(0, DETAIL_MAX) };
}
