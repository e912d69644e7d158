import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SmtpServer {
	readonly url: string;
	/** Each message as it arrived: envelope addresses and raw text. */
	readonly received: { to: string[]; text: string }[];
	/** Answers to RCPT for these addresses, e.g. '550 No such person'. */
	readonly refuses: Map<string, string>;
	close(): void;
}

/** A mail server of the few words that are needed to receive, on a port of its own, gone when the test ends. */
export async function anSmtpServer(): Promise<SmtpServer> {
	const received: SmtpServer['received'] = [];
	const refuses: SmtpServer['refuses'] = new Map();
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		converse(socket, received, refuses);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	const close = () => {
		server.close();
		for (const socket of sockets) socket.destroy();
	};
	onTestFinished(close);
	return { url: `smtp://127.0.0.1:${address.port}`, received, refuses, close };
}

function converse(
	socket: Socket,
	received: SmtpServer['received'],
	refuses: SmtpServer['refuses']
): void {
	let pending = '';
	let to: string[] = [];
	let isData = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	say('220 test');
	socket.on('error', () => undefined);
	socket.on('data', (chunk) => {
		pending += chunk.toString('utf8');
		for (;;) {
			const end = isData ? pending.indexOf('\r\n.\r\n') : pending.indexOf('\r\n');
			if (end < 0) return;
			const text = pending.slice(0, end);
			pending = pending.slice(end + (isData ? 5 : 2));
			if (isData) {
				received.push({ to, text });
				[to, isData] = [[], false];
				say('250 taken');
			} else answer(text);
		}
	});

	function answer(line: string): void {
		const recipient = /^RCPT TO:<(.*?)>/i.exec(line)?.[1];
		if (recipient !== undefined) {
			const refusal = refuses.get(recipient);
			if (refusal === undefined) to.push(recipient);
			say(refusal ?? '250 ok');
		} else if (/^DATA/i.test(line)) {
			isData = true;
			say('354 go on');
		} else if (/^QUIT/i.test(line)) {
			say('221 bye');
			socket.end();
		} else say('250 ok');
	}
}
