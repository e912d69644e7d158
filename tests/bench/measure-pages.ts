import { openClient, type Answer } from './ask.ts';
import { drive, type Timing } from './drive.ts';
import type { Page } from './pages.ts';
import type { Reference, Service } from './processes.ts';

/** Asked for one after the other, each after a change. */
const COLD_PAGES = 25;

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
	/** The most that any of them took. */
	readonly queries: number;
	/** Milliseconds for one page each time after something of what it shows was saved, p50. */
	readonly afterChange: number;
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
	{ requests, seconds }: Effort,
	changeSomething: () => Promise<void>
): Promise<PageFigures> {
	const { origin } = service;
	const client = openClient(origin);
	const cold: Answer[] = [];
	for (let time = 0; time < COLD_PAGES; time++) {
		await changeSomething();
		cold.push(await client.ask(page.path, { headers: page.headers }));
	}
	client.close();
	const sample = cold.at(-1)!;
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
		queries: Math.max(...cold.map(({ headers }) => Number(headers['x-query-count'] ?? NaN))),
		afterChange: median(cold.map(({ took }) => took)),
		one: atOne,
		sixteen: atSixteen,
		processor,
		plain: { one: await one(reference.origin), sixteen: await sixteen(reference.origin) }
	};
}

function median(all: readonly number[]): number {
	return all.toSorted((a, b) => a - b)[all.length >> 1]!;
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
