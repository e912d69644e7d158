import { request as ask } from 'node:http';

export interface RawAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly cookies: readonly string[];
	readonly body: string;
}

export interface RawRequest {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** One request exactly as it is written, with whatever Host and Origin; follows nothing. */
export function send(
	origin: string,
	path: string,
	{ method = 'GET', headers = {}, body }: RawRequest = {}
): Promise<RawAnswer> {
	const { hostname, port } = new URL(origin);
	const isSized = body === undefined || 'transfer-encoding' in headers;
	const length = isSized ? {} : { 'content-length': String(Buffer.byteLength(body)) };
	return new Promise((done, failed) => {
		const sent = ask(
			{ hostname, port, path, method, headers: { ...length, ...headers }, agent: false },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('error', failed);
				answer.on('end', () => {
					const { 'set-cookie': cookies = [], ...rest } = answer.headers;
					done({
						status: answer.statusCode ?? 0,
						headers: rest as Record<string, string>,
						cookies,
						body: Buffer.concat(chunks).toString('utf8')
					});
				});
			}
		);
		sent.on('error', failed);
		sent.end(body);
	});
}

/** A form as a page of that origin sends it. */
export function aForm(origin: string, fields: Readonly<Record<string, string>>): RawRequest {
	return {
		method: 'POST',
		headers: {
			origin,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		},
		body: new URLSearchParams(fields).toString()
	};
}
