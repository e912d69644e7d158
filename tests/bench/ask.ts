import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** Milliseconds from sending until the last byte. */
	readonly took: number;
}

export interface Asking {
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as a form. */
	readonly form?: URLSearchParams;
}

/** A client with one connection that stays open, as one browser tab has. */
export function openClient(origin: string) {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	return {
		ask(path: string, { headers = {}, form }: Asking = {}): Promise<Answer> {
			const body = form?.toString();
			const sent = form
				? { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin }
				: headers;
			return new Promise((done, failed) => {
				const began = performance.now();
				const asked = request(
					new URL(path, origin),
					{ agent, method: form ? 'POST' : 'GET', headers: sent },
					(answer) => {
						const chunks: Buffer[] = [];
						answer.on('data', (chunk: Buffer) => chunks.push(chunk));
						answer.on('error', failed);
						answer.on('end', () =>
							done({
								status: answer.statusCode ?? 0,
								headers: answer.headers,
								body: Buffer.concat(chunks),
								took: performance.now() - began
							})
						);
					}
				);
				asked.on('error', failed);
				asked.end(body);
			});
		},
		close: () => agent.destroy()
	};
}
