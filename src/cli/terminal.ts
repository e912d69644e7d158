import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Io } from './io.ts';

/** The process's own terminal. */
export function terminal(): Io {
	// Whoever reads our lines may have seen enough, as `| head` does.
	process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
		if (thrown.code !== 'EPIPE') throw thrown;
		process.exit(0);
	});
	return {
		env: process.env,
		clock: { now: () => Date.now() },
		out: (line) => void process.stdout.write(`${line}\n`),
		err: (line) => void process.stderr.write(`${line}\n`),
		isInteractive: process.stdin.isTTY && process.stderr.isTTY,
		ask: (question) => askAt(question, process.stderr),
		askHidden: async (question) => {
			process.stderr.write(question);
			const answer = await askAt('', new Writable({ write: (_chunk, _encoding, done) => done() }));
			process.stderr.write('\n');
			return answer;
		},
		readInput: () => text(process.stdin)
	};
}

/** Questions go to standard error, so that standard output holds results only. */
function askAt(question: string, output: NodeJS.WritableStream): Promise<string> {
	const lines = createInterface({ input: process.stdin, output, terminal: true });
	return new Promise((resolve) => {
		lines.once('SIGINT', () => {
			lines.close();
			process.stderr.write('\n');
			process.exit(130);
		});
		// The end of input instead of an answer is an empty answer.
		lines.once('close', () => resolve(''));
		lines.question(question, (answer) => {
			resolve(answer);
			lines.close();
		});
	});
}
