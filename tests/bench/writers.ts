import { openClient } from './ask.ts';
import type { Cast, Desk } from './cast.ts';
import { percentile } from './drive.ts';
import { openForm } from './form.ts';

export interface WriterFigures {
	readonly writers: number;
	readonly seconds: number;
	/** Forms that were carried out. */
	readonly saved: number;
	/** Forms that somebody else had overtaken, and whose writer was told so. */
	readonly overtaken: number;
	readonly failures: number;
	readonly p50: number;
	readonly p95: number;
	/** Addresses of the assignments that were written to. */
	readonly touched: ReadonlySet<string>;
}

const WRITERS = 16;
/** Every so many saves go to an assignment that two people write to at once. */
const SHARED_EVERY = 4;

/**
 * Sixteen people write progress updates at the same time: mostly each on assignments of their own, now and
 * then two on the same, where only one can be first.
 */
export async function measureWriters(
	origin: string,
	cast: Cast,
	seconds: number
): Promise<WriterFigures> {
	const tally = { saved: 0, overtaken: 0, failures: 0 };
	const times: number[] = [];
	const touched = new Set<string>();
	const until = performance.now() + seconds * 1000;
	const began = performance.now();
	const write = async (desk: Desk, place: number) => {
		const client = openClient(origin);
		const own = desk.open.filter((_, index) => index > 0 && index % 2 === place % 2);
		for (let turn = 0; performance.now() < until; turn++) {
			const isShared = turn % SHARED_EVERY === 0;
			const path = isShared ? desk.open[0]! : own[turn % own.length]!;
			const form = await openForm(client, desk.who, `${path}/updates/new`);
			const { status, took } = await form.send({
				narrative: `Writer ${place + 1} says, for the ${turn + 1}th time, how the work goes on.`
			});
			times.push(took);
			touched.add(path);
			if (status === 303) tally.saved += 1;
			else if (status === 409 && isShared) tally.overtaken += 1;
			else tally.failures += 1;
		}
		client.close();
	};
	await Promise.all(cast.desks.slice(0, WRITERS).map(write));
	return {
		writers: WRITERS,
		seconds: (performance.now() - began) / 1000,
		...tally,
		p50: percentile(times, 50),
		p95: percentile(times, 95),
		touched
	};
}
