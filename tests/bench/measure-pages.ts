import { openClient } from './ask.ts';
import { drive, type Timing } from './drive.ts';
import type { Page } from './pages.ts';
import type { Reference, Service } from './processes.ts';

export interface Effort {
	/** Requests at one connection. */
	readonly requests: number;
	/** At 16 connections. */
	readonly seconds: number;
}

export interface PageFigures {
	readonly page: Page;
	readonly status: number;
	readonly bytes: number;
	readonly queries: number;
	readonly one: Timing;
	readonly sixteen: Timing;
	/** Milliseconds of processor time for one page at 16 connections: what another program cannot disturb. */
	readonly processor: number;
	/** A plain server that sends the same bytes, in the same run. */
	readonly plain: { readonly one: Timing; readonly sixteen: Timing };
}

/** Asks for the page at 1 and at 16 connections, and then for its bytes from a plain server. */
export async function measurePage(
	service: Service,
	reference: Reference,
	page: Page,
	{ requests, seconds }: Effort
): Promise<PageFigures> {
	const { origin } = service;
	const client = openClient(origin);
	const sample = await client.ask(page.path, { headers: page.headers });
	client.close();
	const { body, status } = sample;
	await reference.send({ headers: sentHeaders(sample.headers), body: body.toString('base64') });
	const warm = (to: string) => drive(to, page.headers, { connections: 2, amount: requests });
	const one = (to: string) => drive(to, page.headers, { connections: 1, amount: requests });
	const sixteen = (to: string) => drive(to, page.headers, { connections: 16, seconds });
	const address = origin + page.path;
	await warm(address);
	const atOne = await one(address);
	const before = service.processorTime();
	const atSixteen = await sixteen(address);
	const processor = (service.processorTime() - before) / atSixteen.answers;
	await warm(reference.origin);
	return {
		page,
		status,
		bytes: body.length,
		queries: Number(sample.headers['x-query-count'] ?? NaN),
		one: atOne,
		sixteen: atSixteen,
		processor,
		plain: { one: await one(reference.origin), sixteen: await sixteen(reference.origin) }
	};
}

/** What a plain server sends as well; the rest Node adds by itself. */
function sentHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
	const own = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length'];
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			own.includes(name) || value === undefined ? [] : [[name, String(value)]]
		)
	);
}
